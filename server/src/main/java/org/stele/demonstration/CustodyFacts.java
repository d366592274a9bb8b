package org.stele.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Arrest, disappearance, how the family was told: drawn for those who died in custody, and when they are believed to have died. */
final class CustodyFacts {

    private static final int FIRST_YEAR = 2012;
    private static final List<String> CHANNELS = List.of("force-itself", "former-detainee", "civil-registry", "headman", "intermediary", "leaked-photographs");

    private final Map<String, double[]> years = Sheet.read("custody.csv").rows().stream().collect(Collectors.toMap(row -> row.get("party"),
            row -> row.values().stream().skip(1).mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell)).toArray()));
    private final Dice dice = Dice.forPurpose("custody");

    /** The case as the report tells it. */
    static Custody told(Told.Case one) {
        return new Custody(one.arrest(), one.arrestPlace(), one.party(), one.facility(), one.settlement(), one.disappeared(),
                DateRange.day(one.day()), one.channel(), one.bodyReturned(), true, one.neglect());
    }

    Custody drawn(Draft draft, PlaceRef origin) {
        LocalDate informed = draft.day().minusDays(dice.below(5));
        boolean regular = !draft.cell().party().equals(Cell.OTHER);
        return new Custody(arrest(draft, informed), dice.percent(70) ? origin : PlaceRef.UNKNOWN, regular ? draft.cell().party() : null,
                null, maybe(25), maybe(70), DateRange.day(informed), dice.pick(CHANNELS), dice.percent(20), maybe(85), maybe(35));
    }

    private @Nullable Boolean maybe(int percent) {
        return dice.percent(15) ? null : dice.percent(percent);
    }

    private DateRange arrest(Draft draft, LocalDate informed) {
        int year = FIRST_YEAR + dice.weighted(years.get(draft.cell().party()));
        LocalDate last = informed.minusDays(20);
        LocalDate day = LocalDate.of(year, 1, 1).plusDays(dice.below(365));
        if (day.isAfter(last)) {
            day = last.minusDays(dice.below(120));
        }
        return switch (dice.weighted(new double[] {25, 55, 20})) {
            case 0 -> DateRange.day(day);
            case 1 -> YearMonth.from(day).atEndOfMonth().isAfter(last) ? DateRange.day(day) : DateRange.month(YearMonth.from(day));
            default -> LocalDate.of(day.getYear(), 12, 31).isAfter(last) ? DateRange.day(day) : DateRange.year(day.getYear());
        };
    }

    /** Where nobody gave a date, the death lies between the arrest and the day the family was told (INC-9). */
    static DateRange between(Custody custody) {
        return DateRange.between(custody.arrest().from(), custody.informed().to());
    }

    DateRange death(Custody custody) {
        LocalDate arrested = custody.arrest().to();
        LocalDate informed = custody.informed().to();
        return switch (dice.weighted(new double[] {55, 15, 15, 15})) {
            case 0 -> between(custody);
            case 1 -> arrested.getYear() + 1 < informed.getYear() ? DateRange.year(dice.between(arrested.getYear() + 1, informed.getYear() - 1)) : between(custody);
            case 2 -> arrested.isBefore(informed.minusDays(100)) ? DateRange.month(YearMonth.from(informed).minusMonths(dice.between(1, 2))) : between(custody);
            default -> DateRange.day(informed.minusDays(dice.between(1, 15)));
        };
    }
}
