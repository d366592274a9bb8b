package org.stele.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fields that relatives share (father's, grandfather's and family name): that two people agree on all of them is far more likely than the
 * product of the single chances, because siblings do. What such fields say together is therefore bounded by how often they agree together,
 * which is counted over all records, for every two or more of them.
 */
final class Together {

    /** A group of so many fields has 2^n subsets to count. */
    static final int MOST_FIELDS = 5;

    private Together() {
    }

    /** For each subset of the fields (as bits) of two or more: the share of random pairs that agree on all of them. Others are 1. */
    static double[] shares(Fields fields, int[] members, Records records, Candidates candidates) {
        double[] shares = new double[1 << members.length];
        Arrays.fill(shares, 1);
        for (int subset = 3; subset < shares.length; subset++) {
            if (Integer.bitCount(subset) > 1) {
                shares[subset] = share(fields, members, subset, records, candidates);
            }
        }
        return shares;
    }

    private static double share(Fields fields, int[] members, int subset, Records records, Candidates candidates) {
        List<String> columns = IntStream.range(0, members.length).filter(i -> (subset >>> i & 1) == 1)
                .mapToObj(i -> fields.columns[members[i]].name()).toList();
        BlockKeys keys = BlockKeys.of(records, columns);
        keys.sort();
        double equal = 0;
        for (int from = 0; from < keys.size();) {
            int to = from + 1;
            while (to < keys.size() && keys.sameKey(from, to)) {
                to++;
            }
            equal += allowed(keys, from, to, candidates, records.source());
            from = to;
        }
        return equal / Math.max(1, candidates.possible() * ((double) keys.size() / records.size()) * ((double) keys.size() / records.size()));
    }

    private static double allowed(BlockKeys keys, int from, int to, Candidates candidates, Column source) {
        double pairs = (to - from) * (to - from - 1.0) / 2;
        if (to - from > 1) {
            long[] bySource = new long[source.values().length];
            for (int i = from; i < to; i++) {
                bySource[source.codes()[keys.row(i)]]++;
            }
            for (int s = 0; s < bySource.length; s++) {
                pairs -= candidates.clean(s) ? bySource[s] * (bySource[s] - 1.0) / 2 : 0;
            }
        }
        return pairs;
    }

    /** Takes the matches out of the shares, as far as the parameters say how many there are. Never below chance alone. */
    static double[] chance(double[] shares, int[] members, double prior, double[][] m, double[][] u) {
        double[] chance = shares.clone();
        for (int subset = 3; subset < shares.length; subset++) {
            double matches = prior;
            double alone = 1;
            for (int i = 0; i < members.length; i++) {
                if ((subset >>> i & 1) == 1) {
                    matches *= m[members[i]][0];
                    alone *= u[members[i]][0];
                }
            }
            if (Integer.bitCount(subset) > 1) {
                chance[subset] = Math.max(Parameters.LEAST / 1000, Math.max(alone, Math.max(shares[subset] / 10, (shares[subset] - matches) / (1 - prior))));
            }
        }
        return chance;
    }

    /** The most bits that each subset may say together. */
    static double[] bounds(double[] chance, int[] members, double[][] m) {
        double[] bounds = new double[chance.length];
        Arrays.fill(bounds, Double.POSITIVE_INFINITY);
        for (int subset = 3; subset < chance.length; subset++) {
            if (Integer.bitCount(subset) > 1) {
                double both = 1;
                for (int i = 0; i < members.length; i++) {
                    both *= (subset >>> i & 1) == 1 ? m[members[i]][0] : 1;
                }
                bounds[subset] = Parameters.log2(both / chance[subset]);
            }
        }
        return bounds;
    }
}
