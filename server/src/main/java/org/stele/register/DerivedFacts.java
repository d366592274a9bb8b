package org.stele.register;

import java.util.Optional;
import org.stele.history.Moment;

/** What a room above derives from the records and their codebook, for a page about an incident. */
public interface DerivedFacts {

    /**
     * How many of an incident's victims are counted, and whether that makes it a massacre.
     *
     * @param threshold the codebook's least number of counted victims
     */
    record Toll(long counted, int threshold, boolean massacre) {
    }

    /** @return empty where nothing is counted yet */
    Optional<Toll> toll(long incident, Moment moment);
}
