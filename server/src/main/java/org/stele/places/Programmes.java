package org.stele.places;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stele.codebook.FaultyCodebook;

/** Sets up the places of a programme: its widest level in the house's spelling, and their shapes. */
public final class Programmes {

    private final Places places;
    private final Boundaries boundaries;

    public Programmes(Places places, Boundaries boundaries) {
        this.places = places;
        this.boundaries = boundaries;
    }

    /**
     * Takes in what a programme declares. Spellings learnt by imports stay as aliases, and an imported set of boundaries stays in
     * force; setting up the same programme again changes nothing.
     *
     * @throws FaultyCodebook with every fault of the first faulty file
     */
    public Places.Taken setUp(Programme programme, String by) {
        List<Place> declared = programme.places() == null ? List.of() : ProgrammePlaces.read(programme.name() + "/places.yaml", programme.places());
        Gazetteer before = places.gazetteer();
        List<Place> wanted = new ArrayList<>();
        for (Place place : declared) {
            wanted.add(before.place(place.code()).map(known -> learnt(place, known)).orElse(place));
        }
        Places.Taken taken = places.take(wanted, by, "Set up the places of " + programme.name());
        if (programme.boundaries() != null) {
            boundaries.declare(ProgrammeBoundaries.read(programme.name() + "/boundaries.yaml", programme.boundaries(), programme::shapes, places.gazetteer()),
                    by, "Set up the boundaries of " + programme.name());
        }
        return taken;
    }

    /**
     * Checks what a programme declares without a register, and gives its places.
     *
     * @throws FaultyCodebook with every fault of the first faulty file
     */
    public static List<Place> check(Programme programme) {
        List<Place> declared = programme.places() == null ? List.of() : ProgrammePlaces.read(programme.name() + "/places.yaml", programme.places());
        if (programme.boundaries() != null) {
            ProgrammeBoundaries.read(programme.name() + "/boundaries.yaml", programme.boundaries(), programme::shapes, new InMemoryGazetteer(declared));
        }
        return declared;
    }

    private static Place learnt(Place declared, Place known) {
        Set<String> aliases = new LinkedHashSet<>(declared.aliases());
        aliases.add(known.name().en());
        aliases.add(known.name().ar());
        aliases.addAll(known.aliases());
        aliases.removeAll(List.of(declared.name().en(), declared.name().ar()));
        return new Place(declared.code(), declared.level(), declared.parent(), declared.name(), List.copyOf(aliases), known.latitude(), known.longitude(), declared.source());
    }
}
