package org.stele.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places by their keys in each degree of spelling. */
final class Index {

    private final Tree tree;
    private final Map<Spelling, Map<String, List<Place>>> byKey = new EnumMap<>(Spelling.class);

    Index(Tree tree, Collection<Place> places) {
        this.tree = tree;
        for (Spelling spelling : Spelling.values()) {
            Map<String, List<Place>> map = new HashMap<>();
            for (Place place : places) {
                Set<String> keys = new HashSet<>();
                Stream.concat(Stream.of(place.name().en(), place.name().ar()), place.aliases().stream()).map(spelling::key).filter(key -> !key.isEmpty()).forEach(keys::add);
                keys.forEach(key -> map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(place));
            }
            byKey.put(spelling, map);
        }
    }

    /**
     * The places that a name may mean, by the strictest degree of spelling at which there are any.
     *
     * @param level  the level they must have, or 0
     * @param within the place they must be or lie in; only within one are the loosest spellings trusted
     */
    List<Place> find(String name, int level, @Nullable Place within) {
        return findAs(name, level, within).places();
    }

    /** What was found, and how freely the spelling had to be read. */
    record Hits(List<Place> places, Spelling spelling) {
    }

    Hits findAs(String name, int level, @Nullable Place within) {
        for (Spelling spelling : Spelling.values()) {
            if (spelling == Spelling.SKELETON && within == null) {
                break;
            }
            String key = usable(spelling, name);
            List<Place> found = byKey.get(spelling).getOrDefault(key, List.of()).stream()
                    .filter(place -> level == 0 || place.level() == level)
                    .filter(place -> within == null || tree.isIn(place, within))
                    .toList();
            if (!found.isEmpty()) {
                return new Hits(spelling == Spelling.SKELETON ? found : leading(found, within != null), spelling);
            }
        }
        return new Hits(List.of(), Spelling.CLOSE);
    }

    /** The key, or an empty one, which no place has, where it would say too little. */
    private static String usable(Spelling spelling, String name) {
        String key = spelling.key(name);
        return spelling == Spelling.SKELETON && key.length() < Spelling.SHORTEST_SKELETON ? "" : key;
    }

    /** The towns of a name, narrower than the widest level; a region of that name says where to look. */
    List<Place> findTown(String name, @Nullable Place within) {
        List<Place> regions = find(name, 1, within);
        Place where = regions.size() == 1 ? regions.getFirst() : within;
        for (Spelling spelling : Spelling.values()) {
            if (spelling == Spelling.SKELETON && where == null) {
                break;
            }
            List<Place> towns = byKey.get(spelling).getOrDefault(usable(spelling, name), List.of()).stream()
                    .filter(place -> place.level() > 1 && (where == null || tree.isIn(place, where))).toList();
            if (!towns.isEmpty()) {
                return spelling == Spelling.SKELETON ? towns : leading(towns, where != null);
            }
        }
        return regions;
    }

    /**
     * A name alone means the region before any village of that name elsewhere; within a known place it means the widest that bears
     * it: its district or centre before a hamlet. Places that lie in the leading one stay, for a text may say "town".
     */
    private List<Place> leading(List<Place> found, boolean withinOne) {
        int widest = found.stream().mapToInt(Place::level).min().orElse(0);
        if (!withinOne && widest > 1) {
            return found;
        }
        List<Place> leading = found.stream().filter(place -> place.level() == widest).toList();
        return found.stream().filter(place -> leading.stream().anyMatch(lead -> tree.isIn(place, lead))).toList();
    }
}
