package org.stele.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.register.Incident;
import org.stele.register.Victim;

/** Reads what a row meant when it was last taken in, by today's mapping. For one thread. */
final class EarlierReading {

    private final Columns columns;
    private final Blanks blanks;
    private final VictimReading victims;
    private final @Nullable IncidentReading incidents;

    EarlierReading(Mapping mapping, Columns columns, Gazetteer gazetteer) {
        this.columns = columns;
        this.blanks = new Blanks(mapping.blanks());
        this.victims = new VictimReading(mapping, columns, gazetteer, new PlaceTally());
        this.incidents = mapping.incident() == null ? null : new IncidentReading(mapping.incident(), columns);
    }

    /**
     * What an earlier row meant.
     *
     * @param victim      without its incident; none if today's mapping cannot read the row
     * @param incidentKey the source's mark of the incident, or none
     * @param incident    what the row said of it; none without a key, or if today's mapping cannot read it
     */
    record Meant(@Nullable Victim victim, @Nullable String incidentKey, @Nullable Incident incident) {
        static final Meant NOTHING = new Meant(null, null, null);
    }

    Meant of(Map<String, String> cells) {
        if (cells.isEmpty()) {
            return Meant.NOTHING;
        }
        Row row = blanks.without(RowWords.asRow(cells, columns));
        Victim victim = victims.of(row).victim();
        String key = incidents == null ? null : incidents.key(row);
        if (victim == null || incidents == null || key == null) {
            return new Meant(victim, key, null);
        }
        try {
            return new Meant(victim, key, incidents.of(row, victim));
        } catch (Unmapped e) {
            return new Meant(victim, key, null);
        }
    }
}
