package org.stele.statistics;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The victims counted of some incidents, as they stand in memory: found once for a moment, so that a question about massacres need
 * not go through everybody again. What a settled moment holds never changes, and neither do the rows it stands in.
 */
final class MassacreMembers implements Scan.Visitor {

    private final BitSet incidents;
    private VersionChunk[] chunks = new VersionChunk[64];
    private int[] rows = new int[64];
    private int count;

    MassacreMembers(BitSet incidents) {
        this.incidents = incidents;
    }

    /** Takes one victim. */
    @FunctionalInterface
    interface Each {
        void take(VersionChunk chunk, int row);
    }

    @Override
    public void take(VersionChunk chunk, int[] found, int number, int[] cells, int[] marks) {
        for (int i = 0; i < number; i++) {
            if (incidents.get(chunk.incident[found[i]])) {
                ensure(count + 1);
                chunks[count] = chunk;
                rows[count++] = found[i];
            }
        }
    }

    void add(MassacreMembers other) {
        ensure(count + other.count);
        System.arraycopy(other.chunks, 0, chunks, count, other.count);
        System.arraycopy(other.rows, 0, rows, count, other.count);
        count += other.count;
    }

    void forEach(Each each) {
        for (int i = 0; i < count; i++) {
            each.take(chunks[i], rows[i]);
        }
    }

    private void ensure(int size) {
        if (size > rows.length) {
            int length = Math.max(size, rows.length * 2);
            chunks = Arrays.copyOf(chunks, length);
            rows = Arrays.copyOf(rows, length);
        }
    }
}
