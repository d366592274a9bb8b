package org.stele.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * R6: an incident is a massacre when the number of its victims counted reaches the codebook's threshold, and from the day on which
 * the victim that reached it was documented. Victims without a known day come last.
 */
final class MassacreRule {

    /** Stands for a day that is not known, here and in the columns. */
    static final int NO_DAY = Integer.MAX_VALUE;

    private MassacreRule() {
    }

    /**
     * @param days documentation days (days since 1970) of the incident's victims that count, in any order
     * @return the day the threshold was reached; empty if it was not
     */
    static OptionalInt reachedOn(int threshold, int... days) {
        if (days.length < threshold) {
            return OptionalInt.empty();
        }
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        return OptionalInt.of(sorted[Math.max(threshold, 1) - 1]);
    }
}
