package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A closed interval of days (INC-12), by the codebook's date basis; open where an end is absent.
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Period EVER = new Period(null, null);

    public Period {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A period from %s to %s ends before it begins".formatted(from, to));
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** From the first of January to the last day of the month. */
    public static Period yearTo(YearMonth month) {
        return new Period(LocalDate.of(month.getYear(), 1, 1), month.atEndOfMonth());
    }
}
