package org.stele.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.stele.page.Page;
import org.stele.page.Unanswerable;
import org.stele.statistics.Period;

/**
 * The period a reader chose to look at.
 *
 * @param month the month; absent for a year or for everything
 * @param year  the year, also that of the month; absent for everything
 */
public record Chosen(@Nullable YearMonth month, @Nullable Year year) {

    static final String ALL = "all";

    /** Reads {@code 2020-11}, {@code 2020} or {@code all}. */
    static Chosen of(String text) {
        try {
            if (text.equals(ALL)) {
                return new Chosen(null, null);
            }
            Chosen chosen = text.length() == 4 ? new Chosen(null, Year.parse(text)) : of(YearMonth.parse(text));
            if (chosen.year == null || chosen.year.getValue() < 1 || chosen.year.getValue() > 9999) {
                throw new DateTimeException("no year of four digits");
            }
            return chosen;
        } catch (DateTimeException e) {
            throw new Unanswerable("The period '" + text + "' is none: write 2020-11 for a month, 2020 for a year, or all.", e);
        }
    }

    static Chosen of(YearMonth month) {
        return new Chosen(month, Year.of(month.getYear()));
    }

    public String code() {
        return month != null ? month.toString() : year != null ? year.toString() : ALL;
    }

    Period period() {
        return month != null ? Period.of(month) : year != null ? Period.year(year.getValue()) : Period.EVER;
    }

    /** The whole year around it; everything where none is chosen. */
    Period around() {
        return year == null ? Period.EVER : Period.year(year.getValue());
    }

    /** First and last day, for a reader. */
    public @Nullable LocalDate from() {
        return period().from();
    }

    public @Nullable LocalDate to() {
        return period().to();
    }

    public String name(Page page) {
        return month != null ? page.month(month) : year != null ? year.toString() : page.say("publication.all-years");
    }
}
