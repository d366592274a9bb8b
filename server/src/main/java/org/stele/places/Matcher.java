package org.stele.places;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches texts against places: whole names first, then texts of several parts that must lie in one another. */
final class Matcher {

    /** More parts than a country has levels, and some to spare; readings are tried in all combinations. */
    private static final int MOST_PARTS = 6;

    private final Tree tree;
    private final Index index;

    Matcher(Tree tree, Index index) {
        this.tree = tree;
        this.index = index;
    }

    Match match(String text, int level, @Nullable Place within) {
        Part whole = Part.read(index, text, level, within);
        if (!whole.places().isEmpty()) {
            Match match = settle(whole.places(), whole.town(), whole.whole() ? "" : text.strip());
            return level == 0 && within == null ? notOnANameAlone(match, text) : match;
        }
        List<String> parts = Part.split(index, text);
        if (parts.size() == 1) {
            parts = parts.getFirst().equals(text.strip()) ? Part.splitAtHyphen(text) : parts;
        }
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return new Match.Unmatched();
        }
        return atLevel(together(parts, within), level);
    }

    /**
     * A bare name says enough only if it is a region's, or that of a district or centre spelled as the gazetteer spells it: names of
     * villages and quarters repeat all over a country. What fits is proposed to a person.
     */
    private Match notOnANameAlone(Match match, String text) {
        if (match instanceof Match.Found(Place place, _) && place.level() > 1) {
            Qualifiers qualifiers = Qualifiers.of(text);
            boolean region = qualifiers.town() && !index.find(qualifiers.name(), 1, null).isEmpty();
            boolean centre = !tree.within(place.code()).isEmpty() && index.findAs(text, 0, null).spelling() == Spelling.CLOSE;
            return region || centre ? match : new Match.Ambiguous(List.of(place), null);
        }
        return match;
    }

    /** What a text of several parts means: "Governorate: Town", "Town, Governorate", "Village - Town". */
    private Match together(List<String> words, @Nullable Place within) {
        List<Part> parts = new ArrayList<>();
        Place anchor = within;
        int anchoredBy = -1;
        if (within == null) {
            for (int i : new int[] {0, words.size() - 1}) {
                Part named = Part.read(index, words.get(i), 1, null);
                if (anchor == null && named.places().size() == 1) {
                    anchor = named.places().getFirst();
                    anchoredBy = i;
                    parts.add(named);
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (i != anchoredBy) {
                parts.add(Part.read(index, words.get(i), 0, anchor));
            }
        }
        if (anchor == null && parts.stream().anyMatch(part -> part.places().isEmpty())) {
            // "Turkey: Bab": a name within something unknown may be anywhere.
            return new Match.Unmatched();
        }
        if (anchoredBy >= 0 && parts.stream().filter(part -> !part.places().isEmpty()).count() == 1) {
            List<Place> elsewhere = words.stream().filter(word -> !word.equals(parts.getFirst().words())).flatMap(word -> knownElsewhere(word).stream()).toList();
            if (!elsewhere.isEmpty()) {
                return rivals(anchor, elsewhere);
            }
        }
        return reconcile(parts);
    }

    /** A region or town centre of this name that lies elsewhere contradicts the text; a mere village does not, names repeat. */
    private List<Place> knownElsewhere(String words) {
        return index.find(words, 0, null).stream().filter(place -> place.level() == 1 || !tree.within(place.code()).isEmpty()).toList();
    }

    private Match rivals(Place stated, List<Place> elsewhere) {
        List<Place> all = new ArrayList<>(List.of(stated));
        all.addAll(widest(elsewhere));
        return new Match.Ambiguous(all, tree.common(all));
    }

    /** Takes the readings in which most parts lie in one another; what they leave over is said beyond the place. */
    private Match reconcile(List<Part> parts) {
        Set<Reading> best = new LinkedHashSet<>();
        read(parts, 0, new Reading(null, List.of()), best);
        int most = best.stream().mapToInt(reading -> reading.used().size()).max().orElse(0);
        if (most == 0) {
            return new Match.Unmatched();
        }
        List<Reading> readings = best.stream().filter(reading -> reading.used().size() == most).toList();
        boolean town = readings.stream().flatMap(reading -> reading.used().stream()).anyMatch(Part::town);
        List<Place> places = readings.stream().map(Reading::place).distinct().toList();
        String beyond = parts.stream().filter(part -> readings.stream().noneMatch(reading -> reading.used().contains(part)) || !part.whole() && part.places().equals(places))
                .map(Part::words).collect(Collectors.joining(": "));
        return settle(places, town, beyond);
    }

    /** Parts that lie in one another, and the narrowest place among them. */
    private record Reading(@Nullable Place place, List<Part> used) {
    }

    private void read(List<Part> parts, int next, Reading sofar, Set<Reading> all) {
        if (next == parts.size()) {
            if (sofar.place() != null) {
                all.add(sofar);
            }
            return;
        }
        read(parts, next + 1, sofar, all);
        Part part = parts.get(next);
        for (Place place : part.places()) {
            if (sofar.place() == null || tree.onOneLine(place, sofar.place())) {
                List<Part> used = new ArrayList<>(sofar.used());
                used.add(part);
                read(parts, next + 1, new Reading(sofar.place() == null || place.level() >= sofar.place().level() ? place : sofar.place(), used), all);
            }
        }
    }

    /** Of places that lie in one another the widest is sure, or the narrowest if the text says that the town is meant. */
    private Match settle(List<Place> places, boolean town, String beyond) {
        List<Place> left = town ? narrowest(places) : widest(places);
        return left.size() == 1 ? new Match.Found(left.getFirst(), beyond) : new Match.Ambiguous(left, tree.common(left));
    }

    private List<Place> widest(List<Place> places) {
        return places.stream().filter(place -> places.stream().noneMatch(other -> other != place && tree.isIn(place, other))).toList();
    }

    private List<Place> narrowest(List<Place> places) {
        return places.stream().filter(place -> places.stream().noneMatch(other -> other != place && tree.isIn(other, place))).toList();
    }

    /** The place of a wanted level that a finer match lies in. */
    private Match atLevel(Match match, int level) {
        if (level == 0) {
            return match;
        }
        return switch (match) {
            case Match.Found found -> {
                Place above = tree.above(found.place(), level);
                yield above == null ? new Match.Unmatched() : new Match.Found(above, found.beyond());
            }
            case Match.Ambiguous several -> {
                List<Place> above = new ArrayList<>();
                for (Place candidate : several.candidates()) {
                    Place at = tree.above(candidate, level);
                    if (at != null && !above.contains(at)) {
                        above.add(at);
                    }
                }
                yield above.isEmpty() ? new Match.Unmatched() : settle(above, false, "");
            }
            case Match.Unmatched none -> none;
        };
    }
}
