package org.stele.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;
import org.stele.places.Gazetteer;
import org.stele.places.Match;
import org.stele.places.Place;

/** Two provinces of an invented country, and towns in them, two of which share a name. */
final class TestPlaces implements Gazetteer {

    private final List<Place> places = List.of(
            place("R1", 1, null, "North Bank", "الضفة الشمالية", "Northbank"),
            place("R2", 1, null, "South Bank", "الضفة الجنوبية"),
            place("R101", 2, "R1", "Millford", "ملفورد"),
            place("R102", 2, "R1", "Ashton", "أشتون"),
            place("R201", 2, "R2", "Ashton", "أشتون"),
            place("R202", 2, "R2", "Kiln", "كلن"));

    private static Place place(String code, int level, @Nullable String parent, String en, String ar, String... aliases) {
        return new Place(code, level, parent, new Text(en, ar), List.of(aliases), null, null, "test");
    }

    @Override
    public Optional<Place> place(String code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }

    @Override
    public List<Place> level(int level) {
        return places.stream().filter(place -> place.level() == level).toList();
    }

    @Override
    public Optional<Place> above(String code, int level) {
        return place(code).flatMap(place -> place.level() == level ? Optional.of(place)
                : place.parent() == null ? Optional.empty() : above(place.parent(), level));
    }

    @Override
    public List<Place> within(String code) {
        return places.stream().filter(place -> Objects.equals(place.parent(), code)).toList();
    }

    @Override
    public Match match(String words, int level, @Nullable String within) {
        String spelling = Spelling.of(words);
        List<Place> found = places.stream().filter(place -> (level == 0 || place.level() == level) && (within == null || within.equals(place.parent())))
                .filter(place -> Spelling.of(place.name().en()).equals(spelling) || place.name().ar().equals(spelling)
                        || place.aliases().stream().anyMatch(alias -> Spelling.of(alias).equals(spelling))).toList();
        return found.isEmpty() ? new Match.Unmatched() : found.size() == 1 ? new Match.Found(found.getFirst()) : new Match.Ambiguous(found);
    }
}
