package org.stele.statistics;

import java.util.Collection;

/**
 * Some thousand versions, field by field. Once written, a row changes in one way only: an open version is closed, at a change
 * later than any that a reader at that time may ask about. So readers need no lock.
 */
final class VersionChunk {

    /** Small enough that the working columns of a scan stay in the processor's second cache. */
    static final int ROWS = 1 << 13;

    /** The number of the closing change of a version that is still open. */
    static final int OPEN = Integer.MAX_VALUE;

    final int[] id = new int[ROWS];
    final int[] version = new int[ROWS];
    /** Number of the change that opened the version. */
    final int[] opened = new int[ROWS];
    /** Number of the change that closed it, or {@link #OPEN}. */
    final int[] closed = new int[ROWS];
    /** Id of the victim's incident; 0 for none. */
    final int[] incident;
    /** By the field's position; null for fields that the table does not have. */
    final Codes[] codes = new Codes[Field.ALL.size()];

    private int rows;
    private int firstOpened = OPEN;
    private int lastClosed;
    /** Volatile and written after {@link #lastClosed}: who reads 0 here also sees when the last one was closed. */
    private volatile int stillOpen;

    VersionChunk(Collection<Field> fields, boolean incidents) {
        incident = incidents ? new int[ROWS] : new int[0];
        fields.forEach(field -> codes[field.ordinal()] = Codes.of(field));
    }

    /** Takes the next row; its fields are set by the caller before anybody reads it. */
    int append(int opening, int closing) {
        opened[rows] = opening;
        closed[rows] = closing;
        firstOpened = Math.min(firstOpened, opening);
        if (closing == OPEN) {
            stillOpen = stillOpen + 1;
        } else {
            lastClosed = Math.max(lastClosed, closing);
        }
        return rows++;
    }

    void close(int row, int change) {
        closed[row] = change;
        lastClosed = Math.max(lastClosed, change);
        stillOpen = stillOpen - 1;
    }

    /** Whether no version of this chunk was true after a change: read without a lock, and true only if it can never become false. */
    boolean empty(int change) {
        return firstOpened > change || stillOpen == 0 && lastClosed <= change;
    }

    /** Chooses the versions that were true after a change among the first rows; returns how many. */
    int choose(int change, int count, int[] rows) {
        int chosen = 0;
        for (int row = 0; row < count; row++) {
            rows[chosen] = row;
            chosen += opened[row] <= change & closed[row] > change ? 1 : 0;
        }
        return chosen;
    }
}
