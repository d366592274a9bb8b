package org.stele.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.register.CountRange;
import org.stele.register.Incident;
import org.stele.register.PlaceRef;
import org.stele.register.Victim;
import org.stele.register.Words;

/** Reads the incident of a row whose victim has been read. For one thread. */
final class IncidentReading {

    private final String columns;
    private final int[] key;
    private final Field.Reading<Optional<String>> spotEn;
    private final Field.Reading<Optional<String>> spotAr;
    private final Field.Reading<CountRange> unrecorded;
    private final Field.Reading<CountRange> injured;
    private final Field.Reading<Optional<String>> controlledBy;
    private final Field.Reading<Optional<String>> accountEn;
    private final Field.Reading<Optional<String>> accountAr;
    private final Field.Reading<Boolean> notable;

    IncidentReading(IncidentFields fields, Columns columns) {
        this.columns = String.join(", ", fields.key());
        this.key = fields.key().stream().mapToInt(columns::place).toArray();
        this.spotEn = fields.spotEn().bind(columns);
        this.spotAr = fields.spotAr().bind(columns);
        this.unrecorded = fields.unrecorded().bind(columns);
        this.injured = fields.injured().bind(columns);
        this.controlledBy = fields.controlledBy().bind(columns);
        this.accountEn = fields.accountEn().bind(columns);
        this.accountAr = fields.accountAr().bind(columns);
        this.notable = fields.notable().bind(columns);
    }

    /** The source's mark of the incident; none where all key cells are blank. */
    @Nullable String key(Row row) {
        return RowKeys.join(row, key);
    }

    private void refuseLong(Row row) {
        String mark = key(row);
        if (mark != null && mark.length() > RowKeys.LONGEST) {
            throw new Unmapped(columns, mark, "the incident's key is longer than " + RowKeys.LONGEST + " characters", "name a column that marks the incident, not one that describes it");
        }
    }

    /** @throws Unmapped if a cell has no meaning */
    Incident of(Row row, Victim victim) {
        refuseLong(row);
        PlaceRef place = victim.deathPlace();
        return new Incident(victim.documentedOn(), victim.death(), place, new Words(spotEn.of(row).orElse(null), spotAr.of(row).orElse(null)),
                victim.method(), victim.weapon(), victim.attribution(), unrecorded.of(row), injured.of(row), controlledBy.of(row).orElse(null),
                new Words(accountEn.of(row).orElse(null), accountAr.of(row).orElse(null)), notable.of(row));
    }
}
