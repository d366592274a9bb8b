package org.stele.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.drawing.Area;
import org.stele.history.Changes;
import org.stele.history.Json;
import org.stele.history.Kind;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.language.Text;

/** The boundaries that maps draw: one set at a time, every set that ever was kept. */
public final class Boundaries {

    private static final long ONLY = 1;

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Places places;
    private final Map<OffsetDateTime, BoundarySet> sets = new ConcurrentHashMap<>();

    public Boundaries(DataSource dataSource, Changes changes, Places places) {
        this.sql = JdbcClient.create(dataSource);
        this.changes = changes;
        this.versions = new Versions(dataSource);
        this.places = places;
    }

    /** The set that was in force at a moment, its areas named as the gazetteer named them then; empty if there was none. */
    public Optional<BoundarySet> inForce(Moment moment) {
        OffsetDateTime at = moment.at().atOffset(ZoneOffset.UTC);
        Optional<OffsetDateTime> from = sql.sql("select recorded_from from boundaries where recorded_from <= :at and :at < recorded_to")
                .param("at", at).query(OffsetDateTime.class).optional();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        BoundarySet kept = sets.computeIfAbsent(from.get(), any -> versions.asOf(BoundaryKind.BOUNDARIES, ONLY, moment).orElseThrow().record().set());
        Gazetteer gazetteer = places.gazetteer(moment);
        List<Area> named = kept.areas().stream()
                .map(area -> new Area(area.code(), gazetteer.place(area.code()).map(Place::name).orElse(area.name()), area.rings())).toList();
        return Optional.of(new BoundarySet(named, kept.unnumbered(), kept.ground(), kept.credit()));
    }

    /** Puts an imported set in the place of the one in force; the same set again changes nothing.
     *  @return whether anything changed */
    public boolean adopt(BoundarySet set, String by, String reason) {
        return adopt(set, true, by, reason);
    }

    /** Takes the set that a programme declares, unless an imported one is in force. */
    void declare(BoundarySet set, String by, String reason) {
        if (versions.current(BoundaryKind.BOUNDARIES, ONLY).filter(version -> version.record().imported()).isEmpty()) {
            adopt(set, false, by, reason);
        }
    }

    private boolean adopt(BoundarySet set, boolean imported, String by, String reason) {
        Kept wanted = new Kept(BoundaryJson.read(BoundaryJson.write(set)), imported);
        Optional<Version<Kept>> before = versions.current(BoundaryKind.BOUNDARIES, ONLY);
        if (before.isPresent() && before.get().record().equals(wanted)) {
            return false;
        }
        changes.make(by, reason, change -> {
            if (before.isEmpty()) {
                change.open(BoundaryKind.BOUNDARIES, ONLY, List.of(wanted));
            } else {
                change.revise(BoundaryKind.BOUNDARIES, List.of(new Revision<>(ONLY, before.get().number(), wanted)));
            }
            return null;
        });
        return true;
    }

    /**
     * Reads a GeoJSON set that is to replace the areas whole; the ground around stays as it is.
     *
     * @param property the property that holds a place's code; if empty, the one whose values are places of the widest level
     * @throws IllegalArgumentException saying what is missing
     */
    public BoundarySet read(String geoJson, String property, Text credit) {
        Gazetteer gazetteer = places.gazetteer();
        List<GeoJson.Feature> features = GeoJson.read(geoJson);
        String key = property.isEmpty() ? codeProperty(features, gazetteer) : property;
        Set<String> missing = new LinkedHashSet<>();
        gazetteer.level(1).forEach(place -> missing.add(place.code()));
        List<Area> areas = new ArrayList<>();
        for (GeoJson.Feature feature : features) {
            String code = feature.properties().getOrDefault(key, "");
            Place place = gazetteer.place(code).filter(found -> found.level() == 1).orElseThrow(() -> new IllegalArgumentException(
                    "Feature %d has %s '%s', which is no place of the widest level".formatted(feature.number(), key, code)));
            if (!missing.remove(code)) {
                throw new IllegalArgumentException("Feature %d is the second shape of %s: make them one MultiPolygon".formatted(feature.number(), code));
            }
            if (feature.rings().isEmpty()) {
                throw new IllegalArgumentException("Feature %d (%s) has no polygon".formatted(feature.number(), code));
            }
            areas.add(new Area(code, place.name(), feature.rings()));
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The file has no shape for " + String.join(", ", missing) + ": a set replaces the boundaries whole");
        }
        return new BoundarySet(areas, List.of(), inForce(changes.latest()).map(BoundarySet::ground).orElse(List.of()), credit);
    }

    private static String codeProperty(List<GeoJson.Feature> features, Gazetteer gazetteer) {
        Map<String, Integer> hits = new TreeMap<>();
        for (GeoJson.Feature feature : features) {
            feature.properties().forEach((name, value) -> gazetteer.place(value).filter(place -> place.level() == 1).ifPresent(place -> hits.merge(name, 1, Integer::sum)));
        }
        return hits.entrySet().stream().filter(hit -> hit.getValue() == features.size()).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No property of the features holds the code of a place of the widest level: name it"));
    }

    /** A set, and whether it was imported or comes with a programme. */
    private record Kept(BoundarySet set, boolean imported) {
    }

    /** How sets are kept. */
    private static final class BoundaryKind implements Kind<Kept> {

        static final BoundaryKind BOUNDARIES = new BoundaryKind();

        @Override
        public String table() {
            return "boundaries";
        }

        @Override
        public List<String> columns() {
            return List.of("imported", "content");
        }

        @Override
        public List<?> values(Kept kept) {
            return List.of(kept.imported(), new Json(BoundaryJson.write(kept.set())));
        }

        @Override
        public Kept read(ResultSet row) throws SQLException {
            return new Kept(BoundaryJson.read(row.getString("content")), row.getBoolean("imported"));
        }
    }
}
