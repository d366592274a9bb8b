package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.DateRange;
import org.stele.register.PersonName;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;

/** Reads victims from the rows of one file by its mapping. Pure but for what it remembers; for one thread. */
final class VictimReading {

    private final Mapping mapping;
    private final Field.Reading<Standing> standing;
    private final Field.Reading<PersonName> name;
    private final Field.Reading<Sex> sex;
    private final Field.Reading<AgeRange> age;
    private final Field.Reading<CivilianStatus> status;
    private final Field.Reading<Optional<String>> statusReason;
    private final Field.Reading<List<String>> groups;
    private final Field.Reading<Optional<String>> work;
    private final Field.Reading<DateRange> death;
    private final Field.Reading<PlaceField.Placed> deathPlace;
    private final Field.Reading<PlaceField.Placed> origin;
    private final Field.Reading<Optional<String>> method;
    private final Field.Reading<Optional<String>> weapon;
    private final Field.Reading<Blame> blame;
    private final Field.Reading<Optional<String>> grounds;
    private final Field.Reading<CustodyFields.Held> custody;
    private final Field.Reading<Boolean> notable;
    private @Nullable List<Reason> reasons;

    VictimReading(Mapping mapping, Columns columns, Gazetteer gazetteer, PlaceTally tally) {
        this.mapping = mapping;
        Function<@Nullable PlaceField, Field.Reading<PlaceField.Placed>> place = field ->
                field == null ? row -> PlaceField.Placed.UNKNOWN : field.bind(columns, gazetteer, tally);
        this.standing = mapping.standing().bind(columns);
        this.name = mapping.names().bind(columns);
        this.sex = mapping.sex().bind(columns);
        this.age = mapping.age().bind(columns);
        this.status = mapping.status().bind(columns);
        this.statusReason = mapping.statusReason().bind(columns);
        this.groups = mapping.groups().bind(columns);
        this.work = mapping.work().bind(columns);
        this.death = mapping.death().bind(columns);
        this.deathPlace = place.apply(mapping.deathPlace());
        this.origin = place.apply(mapping.origin());
        this.method = mapping.method().bind(columns);
        this.weapon = mapping.weapon().bind(columns);
        this.blame = mapping.blame().bind(columns);
        this.grounds = mapping.grounds().bind(columns);
        this.custody = mapping.custody() == null ? row -> CustodyFields.Held.NONE : mapping.custody().bind(columns, gazetteer, tally);
        this.notable = mapping.notable().bind(columns);
    }

    /** The victim of a row, or all reasons why it cannot be taken. */
    Result of(Row row) {
        reasons = null;
        String howKilled = read(method, row, Optional.<String>empty()).orElse(null);
        String withWhat = read(weapon, row, Optional.<String>empty()).orElse(null);
        Attribution found = read(blame, row, new Blame.Suggested(List.of())).with(mapping.codebook(), howKilled, withWhat);
        String why = read(grounds, row, Optional.<String>empty()).orElse(null);
        PlaceField.Placed killedAt = read(deathPlace, row, PlaceField.Placed.UNKNOWN);
        PlaceField.Placed from = read(origin, row, PlaceField.Placed.UNKNOWN);
        CustodyFields.Held held = read(custody, row, CustodyFields.Held.NONE);
        Victim victim = new Victim(read(standing, row, new Standing.Received()), read(name, row, PersonName.UNKNOWN), read(sex, row, Sex.UNKNOWN),
                read(age, row, AgeRange.UNKNOWN), read(status, row, CivilianStatus.UNKNOWN), read(statusReason, row, Optional.<String>empty()).orElse(null),
                read(groups, row, List.of()), read(work, row, Optional.<String>empty()).orElse(null), read(death, row, DateRange.UNKNOWN),
                killedAt.place(), from.place(), howKilled, withWhat, null,
                why == null ? found : new Attribution(found.state(), found.parties(), found.category(), why, found.since()),
                held.custody(), read(notable, row, false));
        if (reasons != null) {
            return new Result(null, List.copyOf(reasons));
        }
        PlaceTally.count(killedAt.open());
        PlaceTally.count(from.open());
        PlaceTally.count(held.open());
        return new Result(victim, List.of());
    }

    /** Exactly one of a victim and reasons. */
    record Result(@Nullable Victim victim, List<Reason> reasons) {
    }

    private <T> T read(Field.Reading<T> field, Row row, T standIn) {
        try {
            return field.of(row);
        } catch (Unmapped e) {
            List<Reason> all = reasons == null ? new ArrayList<>(2) : reasons;
            if (!all.contains(e.reason)) {
                all.add(e.reason);
            }
            reasons = all;
            return standIn;
        }
    }
}
