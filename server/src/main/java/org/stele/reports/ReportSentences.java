package org.stele.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.stele.language.Language;
import org.stele.language.Messages;

/** The sentence forms: those that come with the program, and a programme's own in the place of those of the same name. */
final class ReportSentences {

    private ReportSentences() {
    }

    static Messages of(Language language, String programme) {
        Messages ours = Messages.ofResource(language, "/reports/sentences").with(Messages.ofResource(language, "/reports/frame"));
        String own = "/codebooks/%s/reports/sentences.%s.properties".formatted(programme, language.tag());
        try (InputStream stream = ReportSentences.class.getResourceAsStream(own)) {
            return stream == null ? ours : ours.with(Messages.read(language, own, new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + own, e);
        }
    }
}
