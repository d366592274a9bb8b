package org.stele.register;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as well as it is known: between two days, both included, and how to say so.
 *
 * @param from first possible day; absent if unknown
 * @param to   last possible day; absent if unknown
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to, Precision precision) {

    /** How the date is known, and so how it is printed. */
    public enum Precision { DAY, MONTH, YEAR, RANGE, ABOUT, UNKNOWN }

    public static final DateRange UNKNOWN = new DateRange(null, null, Precision.UNKNOWN);

    public DateRange {
        if ((precision == Precision.UNKNOWN) != (from == null) || (from == null) != (to == null)) {
            throw new IllegalArgumentException("A date known as %s cannot be %s to %s".formatted(precision, from, to));
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A date from %s to %s ends before it begins".formatted(from, to));
        }
        if (precision == Precision.DAY && from != null && !from.equals(to)) {
            throw new IllegalArgumentException("A date known to the day cannot be %s to %s".formatted(from, to));
        }
    }

    public static DateRange day(LocalDate day) {
        return new DateRange(day, day, Precision.DAY);
    }

    public static DateRange month(YearMonth month) {
        return new DateRange(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
    }

    public static DateRange year(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    public static DateRange between(LocalDate from, LocalDate to) {
        return new DateRange(from, to, Precision.RANGE);
    }

    public boolean known() {
        return from != null;
    }
}
