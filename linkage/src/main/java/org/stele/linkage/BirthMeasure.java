package org.stele.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people were born, known by a date in one list and by an age in another. A value is a date (YYYY, YYYY-MM or YYYY-MM-DD) or what
 * {@link #from} makes of an age. Levels: equal; the spans of time meet; within a year; within three years; other.
 */
public final class BirthMeasure implements Measure {

    private static final int MEET = 1;
    private static final int YEAR = 2;
    private static final int THREE_YEARS = 3;
    private static final int OTHER = 4;
    private static final int MOST_AGE = 130;

    /**
     * The birth as far as a record tells it: the date if there is one, or the year that someone of this age on this day was born in.
     *
     * @param born date of birth or an empty text
     * @param age  in completed years, or an empty text
     * @param on   day or year on which the person had that age, or an empty text
     * @return null if the record does not tell
     */
    public static @Nullable String from(String born, String age, String on) {
        if (!born.isBlank()) {
            return born.strip();
        }
        long[] day = span(on.strip());
        try {
            int years = Integer.parseInt(age.strip());
            if (day.length == 0 || years < 0 || years > MOST_AGE) {
                return null;
            }
            // Had the last birthday on that day at the latest, and does not have the next one by then.
            return LocalDate.ofEpochDay(day[0]).minusYears(years + 1L).plusDays(1) + "/" + LocalDate.ofEpochDay(day[1]).minusYears(years);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public List<String> levels() {
        return List.of("equal", "spans meet", "within a year", "within three years", "other");
    }

    @Override
    public Agreement over(String[] values) {
        long[][] spans = new long[values.length][];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(values[i]);
        }
        return (a, b) -> {
            if (spans[a].length == 0 || spans[b].length == 0) {
                return OTHER;
            }
            long apart = Math.max(spans[a][0] - spans[b][1], spans[b][0] - spans[a][1]);
            return apart <= 0 ? MEET : apart <= 366 ? YEAR : apart <= 3 * 366 ? THREE_YEARS : OTHER;
        };
    }

    /** First and last day as numbers, empty if the text is no date. */
    private static long[] span(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash > 0) {
                return new long[] {LocalDate.parse(text.substring(0, slash)).toEpochDay(), LocalDate.parse(text.substring(slash + 1)).toEpochDay()};
            }
            return switch (text.length()) {
                case 4 -> new long[] {Year.parse(text).atDay(1).toEpochDay(), Year.parse(text).atMonth(12).atEndOfMonth().toEpochDay()};
                case 7 -> new long[] {YearMonth.parse(text).atDay(1).toEpochDay(), YearMonth.parse(text).atEndOfMonth().toEpochDay()};
                default -> new long[] {LocalDate.parse(text).toEpochDay(), LocalDate.parse(text).toEpochDay()};
            };
        } catch (DateTimeException e) {
            return new long[0];
        }
    }
}
