package org.stele.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/**
 * What importing tables would change. Places the programme declares keep the house's spelling and learn the table's as aliases; all
 * others take the table's spelling and keep the former one as an alias, so that no text that matched stops matching.
 *
 * @param wanted  places to take in, widest first
 * @param rejects rows that cannot be taken
 * @param rowsByLevel how many rows can be taken, by level
 */
public record PlaceImport(List<Place> wanted, List<PlaceTable.Reject> rejects, Map<Integer, Integer> rowsByLevel) {

    static PlaceImport plan(List<PlaceTable> tables, Gazetteer known) {
        Map<String, Place> wanted = new LinkedHashMap<>();
        List<PlaceTable.Reject> rejects = new ArrayList<>();
        Map<Integer, Integer> rows = new HashMap<>();
        for (PlaceTable table : tables.stream().sorted(Comparator.comparingInt(PlaceTable::level)).toList()) {
            rejects.addAll(table.rejects());
            for (PlaceTable.Row row : table.rows()) {
                Place place = row.place();
                String reason = fault(place, wanted, known);
                if (reason == null) {
                    wanted.put(place.code(), known.place(place.code()).map(before -> merged(before, place)).orElse(place));
                    rows.merge(table.level(), 1, Integer::sum);
                } else {
                    rejects.add(new PlaceTable.Reject(table.file(), row.number(), "", reason));
                }
            }
        }
        return new PlaceImport(List.copyOf(wanted.values()), List.copyOf(rejects), Map.copyOf(rows));
    }

    private static @Nullable String fault(Place place, Map<String, Place> wanted, Gazetteer known) {
        Place before = known.place(place.code()).orElse(wanted.get(place.code()));
        if (before != null && before.level() != place.level()) {
            return "%s is a place of level %d already, here of level %d".formatted(place.code(), before.level(), place.level());
        }
        if (wanted.containsKey(place.code())) {
            return place.code() + " stands in another of these files too";
        }
        if (place.parent() != null) {
            Place parent = wanted.containsKey(place.parent()) ? wanted.get(place.parent()) : known.place(place.parent()).orElse(null);
            if (parent == null || parent.level() != place.level() - 1) {
                return "lies in '%s', which is no place of level %d: import that level too".formatted(place.parent(), place.level() - 1);
            }
        }
        return null;
    }

    private static Place merged(Place before, Place row) {
        boolean house = before.source().startsWith(ProgrammePlaces.HOUSE);
        Text name = house ? before.name() : row.name();
        Text other = house ? row.name() : before.name();
        Set<String> aliases = new LinkedHashSet<>(before.aliases());
        aliases.add(other.en());
        aliases.add(other.ar());
        aliases.removeAll(List.of(name.en(), name.ar()));
        return new Place(before.code(), before.level(), row.parent(), name, List.copyOf(aliases), row.latitude() == null ? before.latitude() : row.latitude(),
                row.longitude() == null ? before.longitude() : row.longitude(), house ? before.source() : row.source());
    }
}
