package org.stele.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * The blocks of one rule: groups of at least two rows that share a key. A row of single values is in one block at most; a row of several
 * values may be in several, which then are kept in ascending order, so that the first block two rows share is found by merging.
 */
final class Blocks {

    private static final int[] NONE = new int[0];

    final BlockingRule rule;
    /** Rows, block after block, ascending within a block. */
    final int[] rows;
    /** Where each block begins in {@link #rows}; one more at the end. */
    final int[] starts;
    /** The block of each row, −1 for none; null if rows may be in several. */
    final int[] blockOf;
    /** The blocks of each row; null if every row is in one at most. */
    final int[][] blocksOf;

    private Blocks(BlockingRule rule, int[] rows, int[] starts, int size, boolean several) {
        this.rule = rule;
        this.rows = rows;
        this.starts = starts;
        if (several) {
            blockOf = NONE;
            blocksOf = new int[size][];
            Arrays.fill(blocksOf, NONE);
            for (int block = 0; block + 1 < starts.length; block++) {
                for (int i = starts[block]; i < starts[block + 1]; i++) {
                    int[] old = blocksOf[rows[i]];
                    int[] more = Arrays.copyOf(old, old.length + 1);
                    more[old.length] = block;
                    blocksOf[rows[i]] = more;
                }
            }
        } else {
            blocksOf = new int[0][];
            blockOf = new int[size];
            Arrays.fill(blockOf, -1);
            for (int block = 0; block + 1 < starts.length; block++) {
                for (int i = starts[block]; i < starts[block + 1]; i++) {
                    blockOf[rows[i]] = block;
                }
            }
        }
    }

    int count() {
        return starts.length - 1;
    }

    int size(int block) {
        return starts[block + 1] - starts[block];
    }

    /** The first block that both rows are in, −1 if there is none. */
    int shared(int a, int b) {
        if (blocksOf.length == 0) {
            return blockOf[a] == blockOf[b] ? blockOf[a] : -1;
        }
        int[] x = blocksOf[a];
        int[] y = blocksOf[b];
        for (int i = 0, j = 0; i < x.length && j < y.length;) {
            if (x[i] == y[j]) {
                return x[i];
            }
            if (x[i] < y[j]) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }

    static Blocks of(Records records, BlockingRule rule) {
        BlockKeys keys = BlockKeys.of(records, rule.columns());
        keys.sort();
        IntList rows = new IntList();
        IntList starts = new IntList();
        for (int from = 0; from < keys.size();) {
            int to = from + 1;
            while (to < keys.size() && keys.sameKey(from, to)) {
                to++;
            }
            divide(records, rule, keys, from, to, rule.further(), rows, starts);
            from = to;
        }
        starts.add(rows.size());
        return new Blocks(rule, rows.toArray(), starts.toArray(), records.size(), keys.several());
    }

    /** Takes a block as it is, or divides it by the next further column; rows without a value there stay together. */
    private static void divide(Records records, BlockingRule rule, BlockKeys keys, int from, int to, List<String> further, IntList rows, IntList starts) {
        if (to - from < 2) {
            return;
        }
        if (to - from > rule.most() && !further.isEmpty()) {
            int[] codes = records.column(further.getFirst()).codes();
            keys.sortRange(from, to, codes);
            for (int i = from; i < to;) {
                int j = i + 1;
                while (j < to && codes[keys.row(j)] == codes[keys.row(i)]) {
                    j++;
                }
                divide(records, rule, keys, i, j, further.subList(1, further.size()), rows, starts);
                i = j;
            }
            return;
        }
        starts.add(rows.size());
        for (int i = from; i < to; i++) {
            rows.add(keys.row(i));
        }
    }
}
