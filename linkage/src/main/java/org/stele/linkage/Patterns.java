package org.stele.linkage;

import java.util.Arrays;
import java.util.TreeMap;

/** How many pairs show each pattern of levels: some thousand rows stand for millions of pairs, so a round of estimation takes a moment. */
final class Patterns {

    final int[][] levels;
    final long[] counts;
    /** How many pairs the rule makes, whether or not all were looked at. */
    final long pairs;

    private Patterns(long pairs, int[][] levels, long[] counts) {
        this.pairs = pairs;
        this.levels = levels;
        this.counts = counts;
    }

    /** The pairs that one rule makes, or about {@code most} of them, chosen by a hash of the two rows. */
    static Patterns of(Fields fields, Candidates candidates, int rule, long most, int threads) {
        var pieces = candidates.pieces(rule);
        long[] pairs = {candidates.pairs(rule, threads)};
        long keep = pairs[0] <= most ? Long.MAX_VALUE : (long) ((double) most / pairs[0] * Long.MAX_VALUE);
        var sum = new TreeMap<Long, Long>();
        Pieces.run(pieces.size(), threads, at -> {
            var counts = new LongCounts();
            candidates.each(pieces.get(at), false, (row, others, n) -> {
                for (int i = 0; i < n; i++) {
                    if (keep == Long.MAX_VALUE || mixed((long) row << 32 | others[i]) >>> 1 < keep) {
                        counts.add(fields.pattern(row, others[i]), 1);
                    }
                }
            });
            return counts;
        }, (at, counts) -> counts.each((pattern, count) -> sum.merge(pattern, count, Long::sum)));
        int[][] levels = sum.keySet().stream().map(fields::levelsOf).toArray(int[][]::new);
        return new Patterns(pairs[0], levels, sum.values().stream().mapToLong(Long::longValue).toArray());
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    static long mixed(long x) {
        long z = x * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
