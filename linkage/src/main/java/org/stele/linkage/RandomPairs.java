package org.stele.linkage;

import java.util.SplittableRandom;

/**
 * How often two records drawn at random show each level of a comparison. Equality is counted, not sampled: it follows from how many rows hold
 * each value. The other levels are sampled until each was seen often enough. One seed, so one answer.
 */
final class RandomPairs {

    private static final int ENOUGH = 100;
    private static final int ROUND = 1 << 17;

    private RandomPairs() {
    }

    /** Shares of the levels of each comparison among pairs that may be linked. */
    static double[][] shares(Fields fields, Candidates candidates, Records records, long most, long seed, int threads) {
        double[][] shares = new double[fields.count()][];
        Pieces.run(fields.count(), threads, c -> shares(fields, c, candidates, records, most, seed + c), (c, share) -> shares[c] = share);
        return shares;
    }

    private static double[] shares(Fields fields, int comparison, Candidates candidates, Records records, long most, long seed) {
        long[] seen = new long[fields.levels[comparison]];
        long known = 0;
        var random = new SplittableRandom(seed);
        for (long drawn = 0; records.size() > 1 && drawn < most && !enough(seen); drawn += ROUND) {
            for (int i = 0; i < ROUND; i++) {
                int a = random.nextInt(records.size());
                int b = random.nextInt(records.size());
                int level = a != b && candidates.allowed(a, b) ? fields.level(comparison, a, b) : -1;
                if (level >= 0) {
                    seen[level]++;
                    known++;
                }
            }
        }
        double equal = equal(fields.columns[comparison], candidates, records);
        double[] shares = new double[seen.length];
        long unequal = Math.max(1, known - seen[0]);
        for (int level = 1; level < seen.length; level++) {
            shares[level] = (1 - equal) * seen[level] / unequal;
        }
        shares[0] = equal;
        return shares;
    }

    private static boolean enough(long[] seen) {
        for (int level = 1; level < seen.length; level++) {
            if (seen[level] < ENOUGH) {
                return false;
            }
        }
        return true;
    }

    /** Share of equal pairs among the pairs with both values known. */
    private static double equal(Column column, Candidates candidates, Records records) {
        int[] sources = records.source().codes();
        int sourceCount = records.source().values().length;
        var bySource = new LongCounts();
        long[] known = new long[sourceCount];
        for (int row = 0; row < sources.length; row++) {
            int code = column.codes()[row];
            if (code >= 0) {
                known[sources[row]]++;
                if (candidates.clean(sources[row])) {
                    bySource.add((long) code * sourceCount + sources[row], 1);
                }
            }
        }
        double[] equal = new double[1];
        double all = pairs(column.known());
        for (int count : column.counts()) {
            equal[0] += pairs(count);
        }
        // No pair lies within a clean source.
        bySource.each((key, count) -> equal[0] -= pairs(count));
        for (int source = 0; source < sourceCount; source++) {
            all -= candidates.clean(source) ? pairs(known[source]) : 0;
        }
        return all <= 0 ? 0 : equal[0] / all;
    }

    private static double pairs(long count) {
        return count * (count - 1.0) / 2;
    }
}
