package org.stele.places;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;

/** The places of the register, all versions of them. */
public final class Places {

    /** Gazetteers kept in memory: the current one, and a few that reports of older states ask for. */
    private static final int KEPT = 4;

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Map<OffsetDateTime, Gazetteer> gazetteers = new ConcurrentHashMap<>();

    public Places(DataSource dataSource, Changes changes) {
        this.sql = JdbcClient.create(dataSource);
        this.changes = changes;
        this.versions = new Versions(dataSource);
    }

    /** What a list of places changed. */
    public record Taken(int added, int changed, int unchanged) {
    }

    /** The gazetteer as it stands now. */
    public Gazetteer gazetteer() {
        return gazetteer(changes.latest());
    }

    /** The gazetteer as it stood at a moment; costs one small query unless places changed since it was last asked for. */
    public Gazetteer gazetteer(Moment moment) {
        OffsetDateTime at = moment.at().atOffset(ZoneOffset.UTC);
        OffsetDateTime state = sql.sql("select coalesce(max(recorded_from), '-infinity') from place where recorded_from <= :at").param("at", at)
                .query(OffsetDateTime.class).single();
        Gazetteer known = gazetteers.get(state);
        if (known != null) {
            return known;
        }
        if (gazetteers.size() >= KEPT) {
            gazetteers.clear();
        }
        Gazetteer gazetteer = new InMemoryGazetteer(sql.sql("select * from place where recorded_from <= :at and :at < recorded_to")
                .param("at", at).query((row, n) -> PlaceKind.PLACE.read(row)).list());
        gazetteers.put(state, gazetteer);
        return gazetteer;
    }

    /**
     * Takes places in: new codes are added, known ones get a new version if anything differs. A parent must be known or among them.
     * Taking the same places again changes nothing.
     *
     * @throws IllegalArgumentException naming the place whose parent is missing or not of a wider level
     */
    public Taken take(Collection<Place> places, String by, String reason) {
        Map<String, Version<Place>> known = current();
        Map<String, Place> wanted = new LinkedHashMap<>();
        places.forEach(place -> wanted.put(place.code(), place));
        for (Place place : wanted.values()) {
            checkParent(place, wanted, known);
        }
        List<Place> added = new ArrayList<>();
        List<Revision<Place>> changed = new ArrayList<>();
        for (Place place : wanted.values()) {
            Version<Place> before = known.get(place.code());
            if (before == null) {
                added.add(place);
            } else if (!before.record().equals(place)) {
                changed.add(new Revision<>(before.id(), before.number(), place));
            }
        }
        if (!added.isEmpty() || !changed.isEmpty()) {
            changes.make(by, reason, change -> write(change, added, changed));
        }
        return new Taken(added.size(), changed.size(), wanted.size() - added.size() - changed.size());
    }

    /** What importing tables would change; give {@link PlaceImport#wanted} to {@link #take} to do it. */
    public PlaceImport plan(List<PlaceTable> tables) {
        return PlaceImport.plan(tables, gazetteer());
    }

    /** What taking these places in would change. */
    public Taken preview(Collection<Place> places) {
        Gazetteer known = gazetteer();
        int added = (int) places.stream().filter(place -> known.place(place.code()).isEmpty()).count();
        int unchanged = (int) places.stream().filter(place -> known.place(place.code()).filter(place::equals).isPresent()).count();
        return new Taken(added, places.size() - added - unchanged, unchanged);
    }

    private static Void write(Change change, List<Place> added, List<Revision<Place>> changed) {
        if (!added.isEmpty()) {
            change.open(PlaceKind.PLACE, added);
        }
        change.revise(PlaceKind.PLACE, changed);
        return null;
    }

    private static void checkParent(Place place, Map<String, Place> wanted, Map<String, Version<Place>> known) {
        if (place.parent() == null) {
            return;
        }
        Place parent = wanted.get(place.parent());
        if (parent == null && known.containsKey(place.parent())) {
            parent = known.get(place.parent()).record();
        }
        if (parent == null || parent.level() != place.level() - 1) {
            throw new IllegalArgumentException("%s (%s) lies in '%s', which is not a place of the level above: take that in first"
                    .formatted(place.name().en(), place.code(), place.parent()));
        }
    }

    private Map<String, Version<Place>> current() {
        List<Long> ids = sql.sql("select id from place where recorded_to = 'infinity'").query(Long.class).list();
        Map<String, Version<Place>> current = new LinkedHashMap<>();
        versions.current(PlaceKind.PLACE, ids).forEach(version -> current.put(version.record().code(), version));
        return current;
    }
}
