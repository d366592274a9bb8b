package org.stele.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/**
 * The editable texts of an edition in one language, by name, as they are frozen with it.
 *
 * @param files what each text is called in messages about its faults
 */
record EditionTexts(Map<String, String> texts, Map<String, String> files) {

    /** The texts a monthly report may have, in the order in which it uses them. */
    static final List<String> NAMES = List.of("background", "methodology", "work", "context", "topic", "conclusions", "recommendations");

    /**
     * Gathers the texts: those of a folder given, else the month's own of the programme, else those of every month.
     *
     * @param folder where editors keep their own; none for the programme's
     */
    static EditionTexts of(String programme, YearMonth month, Language language, @Nullable Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : NAMES) {
            String file = name + "." + language.tag() + ".md";
            if (folder != null && Files.exists(folder.resolve(file))) {
                texts.put(name, read(folder.resolve(file)));
                files.put(name, folder.resolve(file).toString());
                continue;
            }
            for (String place : List.of("reports/" + month + "/", "reports/monthly/")) {
                Optional<String> text = supplied("/codebooks/" + programme + "/" + place + file);
                if (text.isPresent()) {
                    texts.put(name, text.get());
                    files.put(name, "codebooks/" + programme + "/" + place + file);
                    break;
                }
            }
        }
        return new EditionTexts(texts, files);
    }

    /** The texts of an edition as they were frozen. */
    static EditionTexts frozen(Edition edition, Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : NAMES) {
            String file = name + "." + language.tag() + ".md";
            if (edition.texts().containsKey(file)) {
                texts.put(name, edition.texts().get(file));
                files.put(name, file);
            }
        }
        return new EditionTexts(texts, files);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static Optional<String> supplied(String resource) {
        try (InputStream stream = EditionTexts.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource, e);
        }
    }
}
