package org.stele.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Facts of detention. A row in which none of them is known has no custody. */
record CustodyFields(
        Field<DateRange> arrest,
        @Nullable PlaceField arrestPlace,
        Field<Optional<String>> holder,
        Field<Optional<String>> facility,
        Field<Optional<Boolean>> settlement,
        Field<Optional<Boolean>> disappeared,
        Field<DateRange> informed,
        Field<Optional<String>> channel,
        Field<Optional<Boolean>> bodyReturned,
        Field<Optional<Boolean>> healthyBefore,
        Field<Optional<Boolean>> neglect) {

    List<String> columns() {
        return Stream.concat(Stream.of(arrest, holder, facility, settlement, disappeared, informed, channel, bodyReturned, healthyBefore, neglect)
                .flatMap(field -> field.columns().stream()), arrestPlace == null ? Stream.of() : arrestPlace.columns().stream()).toList();
    }

    /** What a row says of it, and a place in words that stays open. */
    record Held(@Nullable Custody custody, PlaceTally.@Nullable Open open) {
        static final Held NONE = new Held(null, null);
    }

    Field.Reading<Held> bind(Columns columns, Gazetteer gazetteer, PlaceTally tally) {
        var arrestOf = arrest.bind(columns);
        Field.Reading<PlaceField.Placed> placeOf = arrestPlace == null ? row -> PlaceField.Placed.UNKNOWN : arrestPlace.bind(columns, gazetteer, tally);
        var holderOf = holder.bind(columns);
        var facilityOf = facility.bind(columns);
        var settlementOf = settlement.bind(columns);
        var disappearedOf = disappeared.bind(columns);
        var informedOf = informed.bind(columns);
        var channelOf = channel.bind(columns);
        var returnedOf = bodyReturned.bind(columns);
        var healthyOf = healthyBefore.bind(columns);
        var neglectOf = neglect.bind(columns);
        Custody nothing = new Custody(DateRange.UNKNOWN, PlaceRef.UNKNOWN, null, null, null, null, DateRange.UNKNOWN, null, null, null, null);
        return row -> {
            PlaceField.Placed placed = placeOf.of(row);
            Custody custody = new Custody(arrestOf.of(row), placed.place(), holderOf.of(row).orElse(null), facilityOf.of(row).orElse(null),
                    settlementOf.of(row).orElse(null), disappearedOf.of(row).orElse(null), informedOf.of(row), channelOf.of(row).orElse(null),
                    returnedOf.of(row).orElse(null), healthyOf.of(row).orElse(null), neglectOf.of(row).orElse(null));
            return custody.equals(nothing) ? Held.NONE : new Held(custody, placed.open());
        };
    }
}
