package org.stele.places;

import java.util.List;

/** What matching a text against the gazetteer found. Nothing is guessed: what is not one place goes to a person. */
public sealed interface Match {

    /** Exactly one place fits. */
    record Found(Place place) implements Match {
    }

    /** Several fit equally well. */
    record Ambiguous(List<Place> candidates) implements Match {
    }

    /** None fits. */
    record Unmatched() implements Match {
    }
}
