package org.stele.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.register.DateRange;

/**
 * Dates in declared patterns. The parts a pattern has say how the date is known: to the day, the month or the year.
 *
 * @param patterns of java.time, for example {@code dd/MM/yyyy}; a day that no calendar has is refused
 * @param unknown  spellings that stand for "not known", for example {@code 0000-00-00}
 * @param notBefore the earliest day that is no slip of the pen
 * @param notAfter  the latest such day: that of the import
 */
record DateField(String column, List<Pattern> patterns, Set<String> unknown, LocalDate notBefore, LocalDate notAfter) {

    /** What no living person's record can be older than; a mapping may draw it closer. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    record Pattern(String text, DateTimeFormatter formatter) {

        /** @throws IllegalArgumentException for a pattern java.time does not know */
        static Pattern of(String text) {
            // Strict reading needs the year without an era.
            return new Pattern(text, DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
        }
    }

    Field<DateRange> field() {
        return Field.cell(column, DateRange.UNKNOWN, this::read);
    }

    DateRange read(String cell) {
        if (unknown.contains(Spelling.of(cell))) {
            return DateRange.UNKNOWN;
        }
        for (Pattern pattern : patterns) {
            try {
                return bounded(cell, range(pattern.formatter().parse(cell.strip())));
            } catch (DateTimeException e) {
                // the next pattern may fit; none: told below
            }
        }
        throw new Unmapped(column, cell, "this is no date in the declared patterns " + patterns.stream().map(Pattern::text).collect(Collectors.joining(", ")),
                "correct the date, or add its pattern or its spelling of 'unknown' to the mapping");
    }

    private DateRange bounded(String cell, DateRange range) {
        if (range.from() != null && range.to() != null && (range.to().isBefore(notBefore) || range.from().isAfter(notAfter))) {
            throw new Unmapped(column, cell, "the date lies outside " + notBefore + " to " + notAfter, "correct the date");
        }
        return range;
    }

    private static DateRange range(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.EPOCH_DAY)) {
            return DateRange.day(LocalDate.from(parsed));
        }
        if (parsed.isSupported(ChronoField.MONTH_OF_YEAR)) {
            return DateRange.month(YearMonth.from(parsed));
        }
        return DateRange.year(Year.from(parsed).getValue());
    }
}
