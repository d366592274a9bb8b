package org.stele.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stele.language.Language;

/** How pages write numbers, days and moments. Arabic pages use the Levant's names of months, as the Syrian sources do. */
final class Forms {

    private static final Locale LEVANT = Locale.forLanguageTag("ar-SY");

    private Forms() {
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String day(Language language, LocalDate day) {
        return form(language, "d MMMM uuuu").format(day);
    }

    static String month(Language language, YearMonth month) {
        return form(language, "MMMM uuuu").format(month);
    }

    static String moment(Language language, Instant instant) {
        return form(language, "d MMMM uuuu, HH:mm").format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    private static DateTimeFormatter form(Language language, String pattern) {
        return DateTimeFormatter.ofPattern(language == Language.AR ? pattern.replace(",", "،") : pattern, language == Language.AR ? LEVANT : Locale.ENGLISH);
    }
}
