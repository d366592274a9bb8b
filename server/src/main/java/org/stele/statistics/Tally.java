package org.stele.statistics;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Counts per cell and measure. Cells lie side by side where there are not too many of them, else in a hash table. */
final class Tally {

    /** Up to this many numbers (16 MB) lie side by side. */
    private static final int DENSE = 1 << 21;

    private final int measures;
    private final boolean dense;
    private final long[] totals;
    private long[] counts;
    private int[] cells = {};
    private int used;

    Tally(int cells, int measures) {
        this.measures = measures;
        this.dense = (long) cells * measures <= DENSE;
        this.totals = new long[measures];
        this.counts = new long[dense ? cells * measures : 64 * measures];
        if (!dense) {
            this.cells = new int[64];
        }
    }

    /** Adds to one cell. */
    void add(int cell, int measure, long amount) {
        counts[place(cell) * measures + measure] += amount;
    }

    /** Adds to a total; totals are kept apart, for who belongs to two groups is in two cells and one total. */
    void addTotal(int measure, long amount) {
        totals[measure] += amount;
    }

    /** Counts one in each cell. Only for a single measure. */
    void addEach(int[] chosen, int count) {
        if (dense) {
            for (int i = 0; i < count; i++) {
                counts[chosen[i]]++;
            }
        } else {
            for (int i = 0; i < count; i++) {
                counts[place(chosen[i])]++;
            }
        }
    }

    /** Counts one in a cell for every measure marked. */
    void addMarked(int cell, int marks) {
        int at = place(cell) * measures;
        for (int left = marks; left != 0; left &= left - 1) {
            counts[at + Integer.numberOfTrailingZeros(left)]++;
        }
    }

    void add(Tally other) {
        other.forEach(cell -> {
            for (int measure = 0; measure < measures; measure++) {
                add(cell, measure, other.get(cell, measure));
            }
        });
        for (int measure = 0; measure < measures; measure++) {
            totals[measure] += other.totals[measure];
        }
    }

    long get(int cell, int measure) {
        return counts[place(cell) * measures + measure];
    }

    long total(int measure) {
        return totals[measure];
    }

    /** Visits every cell in which something may have been counted, in order of cells. */
    void forEach(IntConsumer visitor) {
        if (dense) {
            for (int cell = 0; cell < counts.length / measures; cell++) {
                if (something(cell)) {
                    visitor.accept(cell);
                }
            }
        } else {
            Arrays.stream(cells).filter(cell -> cell != 0).map(cell -> cell - 1).sorted().forEach(visitor);
        }
    }

    private boolean something(int cell) {
        for (int measure = 0; measure < measures; measure++) {
            if (counts[cell * measures + measure] != 0) {
                return true;
            }
        }
        return false;
    }

    private int place(int cell) {
        if (dense) {
            return cell;
        }
        int slot = slot(cells, cell);
        if (cells[slot] == 0) {
            if (used * 2 > cells.length) {
                enlarge();
                slot = slot(cells, cell);
            }
            cells[slot] = cell + 1;
            used++;
        }
        return slot;
    }

    private void enlarge() {
        int[] larger = new int[cells.length * 2];
        long[] moved = new long[counts.length * 2];
        for (int from = 0; from < cells.length; from++) {
            if (cells[from] != 0) {
                int to = slot(larger, cells[from] - 1);
                larger[to] = cells[from];
                System.arraycopy(counts, from * measures, moved, to * measures, measures);
            }
        }
        cells = larger;
        counts = moved;
    }

    private static int slot(int[] cells, int cell) {
        int slot = cell * 0x9E3779B9 >>> 7 & cells.length - 1;
        while (cells[slot] != 0 && cells[slot] != cell + 1) {
            slot = slot + 1 & cells.length - 1;
        }
        return slot;
    }
}
