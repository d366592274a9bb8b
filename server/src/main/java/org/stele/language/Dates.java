package org.stele.language;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;

/** Dates as reports write them; Arabic with the months of the Levant. */
public final class Dates {

    private Dates() {
    }

    /** "Friday, November 13, 2020", "الجمعة 13 تشرين الثاني 2020". */
    public static String weekdayAndDay(LocalDate day, Language language) {
        return format(day, language, "EEEE, MMMM d, y", "EEEE d MMMM y");
    }

    /** "November 13, 2020", "13 تشرين الثاني 2020". */
    public static String day(LocalDate day, Language language) {
        return format(day, language, "MMMM d, y", "d MMMM y");
    }

    /** "November 2020". */
    public static String month(YearMonth month, Language language) {
        return format(month.atDay(1), language, "MMMM y", "MMMM y");
    }

    /** "November". */
    public static String monthName(YearMonth month, Language language) {
        return format(month.atDay(1), language, "MMMM", "MMMM");
    }

    /** Short enough to stand under a column of a chart: "Nov", "تشرين الثاني" (Arabic months have no short forms). */
    public static String monthLabel(YearMonth month, Language language) {
        return format(month.atDay(1), language, "MMM", "MMMM");
    }

    /** "December 1, 2020, 09:30 UTC". */
    public static String instant(Instant instant, Language language) {
        return format(Date.from(instant), language, "MMMM d, y, HH:mm 'UTC'", "d MMMM y، HH:mm 'UTC'");
    }

    private static String format(LocalDate day, Language language, String english, String arabic) {
        return format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()), language, english, arabic);
    }

    private static String format(Date date, Language language, String english, String arabic) {
        SimpleDateFormat format = new SimpleDateFormat(language == Language.AR ? arabic : english, Messages.locale(language));
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(date);
    }
}
