package org.stele.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Periods and instants as text. */
final class PeriodText {

    private PeriodText() {
    }

    /** Reads a period from whichever of these is not empty; a month, a year, or from and to. */
    static Period read(String month, String year, String from, String to) {
        int ways = (month.isEmpty() ? 0 : 1) + (year.isEmpty() ? 0 : 1) + (from.isEmpty() && to.isEmpty() ? 0 : 1);
        if (ways > 1) {
            throw new IllegalArgumentException("Give the period in one way: month, or year, or from and to");
        }
        if (!month.isEmpty()) {
            return Period.of(parse("month", month, "2020-11", text -> YearMonth.from(day(text + "-01"))));
        }
        if (!year.isEmpty()) {
            return Period.year(parse("year", year, "2020", text -> day(text + "-01-01").getYear()));
        }
        return new Period(from.isEmpty() ? null : parse("from", from, "2020-11-01", PeriodText::day),
                to.isEmpty() ? null : parse("to", to, "2020-11-30", PeriodText::day));
    }

    static SequencedMap<String, String> write(Period period) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from != null && period.equals(Period.of(YearMonth.from(from)))) {
            parameters.put("month", YearMonth.from(from).toString());
        } else if (from != null && from.getYear() > 999 && period.equals(Period.year(from.getYear()))) {
            parameters.put("year", Integer.toString(from.getYear()));
        } else {
            if (from != null) {
                parameters.put("from", from.toString());
            }
            if (to != null) {
                parameters.put("to", to.toString());
            }
        }
        return parameters;
    }

    /** Reads an instant with its zone, or a date, which means the end of that day in UTC; absent for an empty text or {@code now}. */
    static @Nullable Instant instant(String text) {
        if (text.isEmpty() || text.equals("now")) {
            return null;
        }
        if (text.length() == 10) {
            return parse("as-of", text, "2020-12-01", LocalDate::parse).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                    .minus(1, ChronoUnit.MICROS);
        }
        return parse("as-of", text, "2020-12-01T09:30:00Z, or 2020-12-01 for the end of that day in UTC",
                value -> OffsetDateTime.parse(value).toInstant()).truncatedTo(ChronoUnit.MICROS);
    }

    /** A day of a year that a calendar on a wall has: dates beyond have no next day, and no neighbour in a table. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("no year of four digits");
        }
        return day;
    }

    private static <T> T parse(String name, String text, String example, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The " + name + " '" + text + "' is none: write for example " + example);
        }
    }
}
