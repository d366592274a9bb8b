package org.stele.review;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {
    /** It is there, and nobody's yet. */
    RECEIVED,
    /** Somebody will look into it. */
    ASSIGNED,
    /** Somebody is finding out what happened. */
    VERIFYING,
    /** Nothing can be done until a source answers. */
    WAITING,
    /** All is found; a second person must look at it. */
    PROPOSED,
    /** Verified: what is found stands in the register and counts. */
    DOCUMENTED,
    /** Recorded, and not counted, for a reason of the codebook. */
    EXCLUDED;

    /** Whether work is left to do. */
    public boolean open() {
        return this != DOCUMENTED && this != EXCLUDED;
    }

    /** As the database and addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for another code */
    public static CaseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
