package org.stele.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** From instants, as the database sends them, to the numbers of the changes that bear them. */
final class ChangeNumbers {

    /** How the database sends {@code infinity}. */
    static final long INFINITY = Long.MAX_VALUE;

    /** From when the database counts microseconds. */
    private static final Instant EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private long[] instants = new long[1024];
    private int count;
    private int found;

    /** Changes come in order of their numbers, which begin at 1 and have no gaps. */
    void add(long number, long instant) {
        if (number != count + 1 || count > 0 && instant <= instants[count - 1]) {
            throw new IllegalStateException("Change %d follows change %d, or bears an earlier instant: the history is damaged".formatted(number, count));
        }
        if (count == instants.length) {
            instants = Arrays.copyOf(instants, count * 2);
        }
        instants[count++] = instant;
    }

    int count() {
        return count;
    }

    /** The instant of the last change. */
    Instant last() {
        return EPOCH_2000.plus(instants[count - 1], ChronoUnit.MICROS);
    }

    /** The number of the change at this instant, {@link VersionChunk#OPEN} for infinity. */
    int number(long instant) {
        if (instant == INFINITY) {
            return VersionChunk.OPEN;
        }
        // Versions written together stand together, so the last answer is most often the next one too.
        if (found >= count || instants[found] != instant) {
            found = Arrays.binarySearch(instants, 0, count, instant);
            if (found < 0) {
                found = 0;
                throw new IllegalStateException("A version was written by no change: the history is damaged");
            }
        }
        return found + 1;
    }
}
