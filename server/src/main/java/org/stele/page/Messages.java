package org.stele.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.stele.language.Language;

/**
 * The words of the pages: {@code messages/<room>.<language>.properties}, one file for each room and language, in UTF-8. A key is
 * the room's name, a dot, and the name in the file. Numbers take the language's plural forms by ICU, in Latin digits.
 */
public final class Messages {

    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {
    }

    /** @throws IllegalArgumentException for a key that nobody wrote: a fault of the program, found by its tests */
    public static String say(Language language, String key, Object... values) {
        int dot = key.indexOf('.');
        String pattern = dot < 0 ? null : bundle(key.substring(0, dot), language).get(key.substring(dot + 1));
        if (pattern == null) {
            throw new IllegalArgumentException("No words for '" + key + "' in " + language.tag());
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        return new MessageFormat(pattern, ULocale.forLanguageTag(language.tag() + "-u-nu-latn")).format(values);
    }

    /** All words of a room in a language; empty if it has none. */
    public static Map<String, String> bundle(String room, Language language) {
        return BUNDLES.computeIfAbsent(room + "." + language.tag(), Messages::read);
    }

    private static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Messages.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return Map.copyOf(words);
    }
}
