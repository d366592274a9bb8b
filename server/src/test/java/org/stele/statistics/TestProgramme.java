package org.stele.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules;
import org.stele.codebook.Group;
import org.stele.codebook.Organisation;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.codebook.PartyNames;
import org.stele.codebook.PlaceLevel;
import org.stele.codebook.Term;
import org.stele.codebook.VerificationRules;
import org.stele.codebook.Wording;
import org.stele.language.Text;
import org.stele.places.Gazetteer;
import org.stele.places.Match;
import org.stele.places.Place;

/** A small made-up programme: codebooks and places for the tests of this room. */
public final class TestProgramme {

    private TestProgramme() {
    }

    /** Rules as the first reports had them. */
    public static Codebook codebook() {
        return codebook("1", rules(18, 5, Set.of("civilian"), CountingRules.DateBasis.DOCUMENTATION));
    }

    static CountingRules rules(int adultAge, int threshold, Set<String> statuses, CountingRules.DateBasis basis) {
        return new CountingRules(adultAge, threshold, basis, CountingRules.PlaceBasis.DEATH, statuses, Set.of("torture"), Set.of("landmine"),
                new VerificationRules(true, 2, true), true);
    }

    static Codebook codebook(String version, CountingRules rules) {
        return new Codebook("testland", version, LocalDate.of(2020, 1, 1), text("Testland"), new Organisation(text("Testers"), text("T")), rules,
                List.of(party("north", null, null), party("north-army", "north", null), party("north-guard", "north", null),
                        party("guard-east", "north-guard", null), party("south", null, null), party("west", null, null),
                        party("league", null, LocalDate.of(2019, 12, 31))),
                List.of(category("landmine", 1), category("bombing", 2), category("gunfire", 3), category("not-specified", 9)),
                List.of(), terms("shelling", "shooting", "torture"), terms("landmine", "rifle", "barrel-bomb"),
                List.of(new Group("medical", text("medical personnel"), true), new Group("media", text("media workers"), true)),
                terms("natural", "private"), List.of(), List.of(),
                List.of(level("governorate"), level("district")), new Wording(Map.of()));
    }

    static Text text(String words) {
        return new Text(words, "ع " + words);
    }

    private static Party party(String code, @Nullable String parent, @Nullable LocalDate until) {
        return new Party(code, parent, new PartyNames(text(code), text(code), text(code), text(code)), null, null, until, false);
    }

    private static OtherCategory category(String code, int precedence) {
        return new OtherCategory(code, text(code), precedence, List.of(), List.of());
    }

    private static List<Term> terms(String... codes) {
        return java.util.Arrays.stream(codes).map(code -> new Term(code, text(code), null)).toList();
    }

    private static PlaceLevel level(String code) {
        return new PlaceLevel(code, text(code), text(code + "s"));
    }

    /** Three governorates of two districts each: T1 with T11 and T12, and so on. */
    public static Gazetteer gazetteer() {
        Map<String, Place> places = new TreeMap<>();
        for (String governorate : List.of("T1", "T2", "T3")) {
            places.put(governorate, place(governorate, 1, null));
            places.put(governorate + "1", place(governorate + "1", 2, governorate));
            places.put(governorate + "2", place(governorate + "2", 2, governorate));
        }
        return new Places(places);
    }

    private static Place place(String code, int level, @Nullable String parent) {
        return new Place(code, level, parent, text(code), List.of(), null, null, "test");
    }

    private record Places(Map<String, Place> places) implements Gazetteer {

        @Override
        public Optional<Place> place(String code) {
            return Optional.ofNullable(places.get(code));
        }

        @Override
        public List<Place> level(int level) {
            return places.values().stream().filter(place -> place.level() == level).toList();
        }

        @Override
        public Optional<Place> above(String code, int level) {
            Place place = places.get(code);
            while (place != null && place.level() > level) {
                place = place.parent() == null ? null : places.get(place.parent());
            }
            return Optional.ofNullable(place).filter(found -> found.level() == level);
        }

        @Override
        public List<Place> within(String code) {
            return new ArrayList<>(places.values().stream().filter(place -> code.equals(place.parent())).toList());
        }

        @Override
        public Match match(String words, int level, @Nullable String within) {
            throw new UnsupportedOperationException("Counting matches no words");
        }
    }
}
