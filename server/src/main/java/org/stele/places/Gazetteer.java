package org.stele.places;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All places as of one moment, in memory: a few thousand entries that every count and every import looks at. */
public interface Gazetteer {

    Optional<Place> place(String code);

    /** Places of one level, in order of code. */
    List<Place> level(int level);

    /** The place of the given level that this place is or lies in; empty if it is wider than that or unknown. */
    Optional<Place> above(String code, int level);

    /** The places directly within one, in order of code. */
    List<Place> within(String code);

    /**
     * Matches a text in Arabic or Latin spelling, alias included.
     *
     * @param level  the level it must have, or 0 for the widest level at which it fits (a city and its governorate often share a name)
     * @param within code of a place it must lie in, where known
     */
    Match match(String words, int level, @Nullable String within);
}
