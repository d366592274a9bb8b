package org.stele.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stele.register.DateRange;
import org.stele.register.Standing;

/**
 * Where the records of a list stand.
 *
 * @param documented the day of documentation; where unknown, the record is only received
 * @param excluded   reason for not counting it; wins over documentation
 */
record StandingField(Field<DateRange> documented, Field<Optional<String>> excluded) implements Field<Standing> {

    private static final Standing RECEIVED = new Standing.Received();

    @Override
    public List<String> columns() {
        return Stream.concat(documented.columns().stream(), excluded.columns().stream()).toList();
    }

    @Override
    public Reading<Standing> bind(Columns columns) {
        Reading<DateRange> day = documented.bind(columns);
        Reading<Optional<String>> reason = excluded.bind(columns);
        return row -> {
            DateRange on = day.of(row);
            if (on.known() && on.precision() != DateRange.Precision.DAY) {
                throw new Unmapped(documented.columns().getFirst(), row.cell(columns.place(documented.columns().getFirst())),
                        "a documentation date must be a day, for reports count by it", "give the day, or leave the cell empty");
            }
            Optional<String> why = reason.of(row);
            if (why.isPresent()) {
                return new Standing.Excluded(why.get(), on.from());
            }
            return on.from() == null ? RECEIVED : new Standing.Documented(on.from());
        };
    }
}
