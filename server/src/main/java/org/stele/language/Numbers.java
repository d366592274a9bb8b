package org.stele.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.LongStream;

/** Numbers as running text and lists write them. */
public final class Numbers {

    /** Numbers up to here are words in English running text. */
    public static final long LAST_IN_WORDS = 9;

    /** How a number is written. */
    public enum Style {
        /** One to nine in words, 10 and above in numerals; numerals throughout in Arabic, where the noun carries one and two. */
        RUNNING,
        /** Numerals throughout, as in titles and tables. */
        NUMERALS
    }

    private static final List<String> WORDS = words();
    private static final LocalizedNumberFormatter GROUPED = NumberFormatter.withLocale(ULocale.ENGLISH);

    private Numbers() {
    }

    /** Numerals with a comma at the thousands. */
    public static String numerals(long number) {
        return GROUPED.format(number).toString();
    }

    public static String write(long number, Style style, Language language) {
        return style == Style.RUNNING && language == Language.EN && number >= 0 && number <= LAST_IN_WORDS
                ? WORDS.get((int) number) : numerals(number);
    }

    /** As an entry of a short list that has the number alone: "One", "Nine", "25". */
    public static String listed(long number, Language language) {
        String text = write(number, Style.RUNNING, language);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static List<String> words() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        return LongStream.rangeClosed(0, LAST_IN_WORDS).mapToObj(spelling::format).toList();
    }
}
