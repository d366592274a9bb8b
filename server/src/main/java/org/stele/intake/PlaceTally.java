package org.stele.intake;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.places.Place;

/** Counts the places in words that could not be told for sure, for a person to look at. For one thread. */
final class PlaceTally {

    private final Map<String, Open> places = new LinkedHashMap<>();

    /** A text that fits no place, or several. */
    static final class Open {
        private final String text;
        private final @Nullable String within;
        private final List<Place> candidates;
        private long rows;

        private Open(String text, @Nullable String within, List<Place> candidates) {
            this.text = text;
            this.within = within;
            this.candidates = candidates;
        }
    }

    Open of(String text, @Nullable String within, List<Place> candidates) {
        return places.computeIfAbsent(Spelling.of(text) + "\n" + within, key -> new Open(text, within, candidates));
    }

    static void count(@Nullable Open open) {
        if (open != null) {
            open.rows++;
        }
    }

    /** Most rows first. */
    List<ImportReport.OpenPlace> list() {
        return places.values().stream().filter(open -> open.rows > 0)
                .sorted(Comparator.comparingLong((Open open) -> -open.rows).thenComparing(open -> open.text))
                .map(open -> new ImportReport.OpenPlace(open.text, open.within, open.rows,
                        open.candidates.stream().map(place -> place.code() + " " + place.name().en()).toList()))
                .toList();
    }
}
