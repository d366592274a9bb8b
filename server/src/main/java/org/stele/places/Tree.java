package org.stele.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which place lies in which. */
final class Tree {

    private final Map<String, Place> byCode = new HashMap<>();
    private final Map<String, List<Place>> children = new HashMap<>();
    private final Map<Integer, List<Place>> levels = new HashMap<>();

    Tree(Collection<Place> places) {
        List<Place> sorted = places.stream().sorted(Comparator.comparing(Place::code)).toList();
        for (Place place : sorted) {
            byCode.put(place.code(), place);
            levels.computeIfAbsent(place.level(), any -> new ArrayList<>()).add(place);
            if (place.parent() != null) {
                children.computeIfAbsent(place.parent(), any -> new ArrayList<>()).add(place);
            }
        }
    }

    Optional<Place> place(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    List<Place> level(int level) {
        return List.copyOf(levels.getOrDefault(level, List.of()));
    }

    List<Place> within(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    private @Nullable Place parent(Place place) {
        return place.parent() == null ? null : byCode.get(place.parent());
    }

    /** The place of the level that this one is or lies in; none if this one is wider. */
    @Nullable Place above(@Nullable Place place, int level) {
        Place above = place;
        while (above != null && above.level() > level) {
            above = parent(above);
        }
        return above != null && above.level() == level ? above : null;
    }

    /** Whether a place is another or lies in it. */
    boolean isIn(Place place, Place wider) {
        Place above = above(place, wider.level());
        return above != null && above.code().equals(wider.code());
    }

    /** Whether one of the two lies in the other. */
    boolean onOneLine(Place a, Place b) {
        return a.level() >= b.level() ? isIn(a, b) : isIn(b, a);
    }

    /** The narrowest place that all of them are or lie in; none if they share none. */
    @Nullable Place common(List<Place> places) {
        Place common = places.getFirst();
        for (Place place : places) {
            while (common != null && !isIn(place, common)) {
                common = parent(common);
            }
        }
        return common;
    }
}
