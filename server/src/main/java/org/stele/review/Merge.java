package org.stele.review;

import java.util.Locale;

/**
 * That two records are one person.
 *
 * @param merged    id of the victim that is excluded as a duplicate
 * @param mergedWas number of the version that was looked at, and is put back if they turn out to be two
 * @param kept      id of the victim that stays
 */
public record Merge(long merged, int mergedWas, long kept, State state) {

    /** Where it stands. */
    public enum State {
        /** Somebody holds them for one person; a second one must look. */
        PROPOSED,
        /** They are one. */
        MERGED,
        /** They are two after all: never merged, or apart again. */
        APART;

        /** As the database and messages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    Merge in(State next) {
        return new Merge(merged, mergedWas, kept, next);
    }
}
