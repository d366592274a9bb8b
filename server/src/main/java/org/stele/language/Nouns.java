package org.stele.language;

import com.ibm.icu.lang.UCharacter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counted nouns: "one civilian", "five children", "طفلين". Their forms are data, in {@code language/nouns.<tag>.properties}. */
public final class Nouns {

    /** The case a noun stands in; it shows in the Arabic dual only. */
    public enum Case { NOMINATIVE, OBLIQUE }

    private static final Map<Language, Messages> FORMS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            FORMS.put(language, Messages.ofResource(language, "/language/nouns"));
        }
    }

    private Nouns() {
    }

    /** The noun with its number, agreeing.
     *  @param noun  a name in the nouns' file, for example {@code child}
     *  @param count 0 or more
     *  @throws IllegalArgumentException for a noun the file does not have */
    public static String counted(String noun, long count, Numbers.Style style, Case in, Language language) {
        return forms(language).format(noun, Map.of(
                "n", count,
                "number", Numbers.write(count, style, language),
                "case", in.name().toLowerCase(Locale.ROOT)));
    }

    /** In running text, in the oblique case: after "the deaths of", "مقتل". */
    public static String counted(String noun, long count, Language language) {
        return counted(noun, count, Numbers.Style.RUNNING, Case.OBLIQUE, language);
    }

    /** In a title: numerals, and in English capitals. */
    public static String titled(String noun, long count, Case in, Language language) {
        String text = counted(noun, count, Numbers.Style.NUMERALS, in, language);
        return language == Language.EN ? UCharacter.toTitleCase(Locale.ENGLISH, text, null) : text;
    }

    /** Whether there are forms of this noun. */
    public static boolean has(String noun) {
        return forms(Language.EN).has(noun);
    }

    private static Messages forms(Language language) {
        return FORMS.get(language);
    }
}
