package org.stele.linkage;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Which records are one person: the number of a person is its first row. */
public final class People {

    private final int[] personOf;

    private People(int[] personOf) {
        this.personOf = personOf;
    }

    /** The person of each row, by the number of that person's first row. The array itself, not a copy. */
    public int[] personOf() {
        return personOf;
    }

    /** How many people there are. */
    public int count() {
        int count = 0;
        for (int row = 0; row < personOf.length; row++) {
            count += personOf[row] == row ? 1 : 0;
        }
        return count;
    }

    /** Joins from the heaviest pair down. Two groups become one only if enough of the pairs between them were found, and if no clean source
     *  would then hold the person twice: one false pair does not join two families. */
    static People of(int rows, ScoredPairs pairs, int[] source, IntPredicate clean, double support) {
        Groups groups = new Groups(rows);
        Neighbours neighbours = new Neighbours(rows, pairs);
        for (int pair : pairs.heaviestFirst()) {
            int a = groups.of(pairs.left(pair));
            int b = groups.of(pairs.right(pair));
            if (a != b && apart(groups, a, b, source, clean) && supported(groups, neighbours, a, b, support)) {
                groups.join(a, b);
            }
        }
        return new People(groups.firstRows());
    }

    private static boolean apart(Groups groups, int a, int b, int[] source, IntPredicate clean) {
        int small = groups.size(a) <= groups.size(b) ? a : b;
        int large = small == a ? b : a;
        for (int row = small, i = groups.size(small); i > 0; i--, row = groups.next(row)) {
            if (clean.test(source[row])) {
                for (int other = large, j = groups.size(large); j > 0; j--, other = groups.next(other)) {
                    if (source[other] == source[row]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean supported(Groups groups, Neighbours neighbours, int a, int b, double support) {
        long all = (long) groups.size(a) * groups.size(b);
        if (all == 1 || support <= 0) {
            return true;
        }
        int small = groups.size(a) <= groups.size(b) ? a : b;
        int large = small == a ? b : a;
        long found = 0;
        for (int row = small, i = groups.size(small); i > 0; i--, row = groups.next(row)) {
            for (int at = neighbours.starts[row]; at < neighbours.starts[row + 1]; at++) {
                found += groups.of(neighbours.rows[at]) == large ? 1 : 0;
            }
        }
        return found >= support * all;
    }

    /** Union–find whose groups are also rings, so that members can be walked. */
    private static final class Groups {

        private final int[] parent;
        private final int[] size;
        private final int[] next;

        private Groups(int rows) {
            parent = new int[rows];
            size = new int[rows];
            next = new int[rows];
            for (int row = 0; row < rows; row++) {
                parent[row] = row;
                next[row] = row;
            }
            Arrays.fill(size, 1);
        }

        private int of(int row) {
            int at = row;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        private int size(int group) {
            return size[group];
        }

        private int next(int row) {
            return next[row];
        }

        private void join(int a, int b) {
            int large = size[a] >= size[b] ? a : b;
            int small = large == a ? b : a;
            parent[small] = large;
            size[large] += size[small];
            int swap = next[small];
            next[small] = next[large];
            next[large] = swap;
        }

        private int[] firstRows() {
            int[] first = new int[parent.length];
            Arrays.fill(first, -1);
            int[] result = new int[parent.length];
            for (int row = 0; row < parent.length; row++) {
                int group = of(row);
                first[group] = first[group] < 0 ? row : first[group];
                result[row] = first[group];
            }
            return result;
        }
    }

    /** The partners of each row. */
    private static final class Neighbours {

        private final int[] starts;
        private final int[] rows;

        private Neighbours(int count, ScoredPairs pairs) {
            starts = new int[count + 2];
            for (int i = 0; i < pairs.size(); i++) {
                starts[pairs.left(i) + 2]++;
                starts[pairs.right(i) + 2]++;
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            rows = new int[pairs.size() * 2];
            for (int i = 0; i < pairs.size(); i++) {
                rows[starts[pairs.left(i) + 1]++] = pairs.right(i);
                rows[starts[pairs.right(i) + 1]++] = pairs.left(i);
            }
        }
    }
}
