package org.stele.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sentences with slots, by name, in one language: data that an editor can change. The syntax is ICU's message format, so that a
 * sentence agrees with its numbers ({@code {n, plural, one {…} other {…}}}) and with a person's sex ({@code select}) by the rules of
 * its language.
 */
public final class Messages {

    private final Language language;
    private final Map<String, String> patterns;

    private Messages(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = Map.copyOf(patterns);
    }

    /** Reads {@code name = pattern} lines.
     *  @param source what the text is called in messages about its faults
     *  @throws IllegalArgumentException for a pattern that cannot be read, naming source and pattern */
    public static Messages read(Language language, String source, Reader text) {
        Properties lines = new Properties();
        try {
            lines.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + source, e);
        }
        Map<String, String> patterns = new HashMap<>();
        for (String name : lines.stringPropertyNames()) {
            String pattern = lines.getProperty(name);
            try {
                new MessageFormat(pattern, locale(language));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("%s: the pattern '%s' cannot be read: %s".formatted(source, name, e.getMessage()), e);
            }
            patterns.put(name, pattern);
        }
        return new Messages(language, patterns);
    }

    /** Reads {@code <path>.<language>.properties} from the class path. */
    public static Messages ofResource(Language language, String path) {
        String name = path + "." + language.tag() + ".properties";
        try (InputStream stream = Messages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no " + name);
            }
            return read(language, name, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + name, e);
        }
    }

    /** These sentences, and those of {@code own} in the place of those of the same name. */
    public Messages with(Messages own) {
        Map<String, String> both = new HashMap<>(patterns);
        both.putAll(own.patterns);
        return new Messages(language, both);
    }

    public Language language() {
        return language;
    }

    /** The names there are, in order. */
    public Set<String> names() {
        return new TreeSet<>(patterns.keySet());
    }

    public boolean has(String name) {
        return patterns.containsKey(name);
    }

    /** Fills a sentence.
     *  @param values numbers for plural rules, text for everything else
     *  @throws IllegalArgumentException for a name there is not, or a slot without a value: a gap is never printed */
    public String format(String name, Map<String, ?> values) {
        String pattern = patterns.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no sentence '%s' in %s".formatted(name, language.tag()));
        }
        MessageFormat format = new MessageFormat(pattern, locale(language));
        for (String slot : format.getArgumentNames()) {
            if (!values.containsKey(slot)) {
                throw new IllegalArgumentException("The sentence '%s' in %s has a slot {%s} and no value for it".formatted(name, language.tag(), slot));
            }
        }
        return format.format(values, new StringBuffer(), null).toString();
    }

    /** Latin digits in both languages, as the region's human-rights reports print them. */
    static ULocale locale(Language language) {
        return language == Language.AR ? new ULocale("ar-SY@numbers=latn") : ULocale.ENGLISH;
    }
}
