package org.stele.places;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matching a text against the gazetteer found. Nothing is guessed: what is not one place goes to a person. */
public sealed interface Match {

    /**
     * Exactly one place fits.
     *
     * @param beyond words of the text that say more than the place does and name nothing the gazetteer knows, such as a street or a
     *               quarter; empty if the place says it all
     */
    record Found(Place place, String beyond) implements Match {
        public Found(Place place) {
            this(place, "");
        }

        /** Whether the place says all that the text says. */
        public boolean whole() {
            return beyond.isEmpty();
        }
    }

    /**
     * Several fit equally well, or parts of the text contradict each other, or a bare name fits one place only but is too weak a
     * ground to settle on it.
     *
     * @param within the narrowest place that all of them lie in or are, such as the governorate; absent if there is none
     */
    record Ambiguous(List<Place> candidates, @Nullable Place within) implements Match {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }

        public Ambiguous(List<Place> candidates) {
            this(candidates, null);
        }
    }

    /** None fits. */
    record Unmatched() implements Match {
    }
}
