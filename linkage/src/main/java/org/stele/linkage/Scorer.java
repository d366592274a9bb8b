package org.stele.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weight of pairs. {@link #weight} is the one place where a weight is summed, always in the order of the comparisons, so that whoever
 * asks gets the same number to the last digit; {@link #keep} only throws out pairs that cannot reach a bound.
 */
final class Scorer {

    /** Frequencies are not trusted to say more than this many bits beside the level itself. */
    private static final double MOST_BY_FREQUENCY = 12;
    /** Sums of bounds may differ from sums of weights by rounding. */
    private static final double SLACK = 1e-6;

    private static final double LONG_DICTIONARY = 20_000;

    private final Fields fields;
    private final double prior;
    private final double[][] weights;
    /** What agreement on a value adds; empty where frequency does not count. */
    private final double[][] byFrequency;
    /** The best weight from each level on, without frequency. */
    private final double[][] bestFrom;
    private final int[] order;
    private final double relativePrior;
    private final double[][] relativeWeights;
    private final boolean[] shared;

    Scorer(Fields fields, Parameters parameters) {
        this.fields = fields;
        prior = parameters.priorWeight();
        int count = fields.count();
        weights = new double[count][];
        byFrequency = new double[count][];
        bestFrom = new double[count][];
        for (int c = 0; c < count; c++) {
            int levels = fields.levels[c];
            weights[c] = new double[levels];
            bestFrom[c] = new double[levels];
            for (int level = levels - 1; level >= 0; level--) {
                weights[c][level] = parameters.weight(c, level);
                bestFrom[c][level] = level == levels - 1 ? weights[c][level] : Math.max(weights[c][level], bestFrom[c][level + 1]);
            }
            byFrequency[c] = fields.comparisons.get(c).byFrequency() ? frequencies(fields.shares[c], parameters.u()[c][0]) : new double[0];
        }
        order = byGain(parameters);
        relativePrior = parameters.relativePriorWeight();
        shared = parameters.shared();
        relativeWeights = new double[count][];
        for (int c = 0; c < count; c++) {
            relativeWeights[c] = new double[fields.levels[c]];
            for (int level = 0; level < relativeWeights[c].length; level++) {
                relativeWeights[c][level] = shared[c] ? parameters.relativeWeight(c, level) : 0;
            }
        }
    }

    private static double[] frequencies(double[] shares, double equal) {
        double[] result = new double[shares.length];
        for (int v = 0; v < shares.length; v++) {
            double bits = Parameters.log2(Math.max(Parameters.LEAST, equal) / Math.max(Parameters.LEAST, shares[v]));
            result[v] = Math.clamp(bits, -MOST_BY_FREQUENCY, MOST_BY_FREQUENCY);
        }
        return result;
    }

    /** First the comparisons in which two different people fall furthest below the best, for they throw out most; long dictionaries, which do
     *  not stay in the processor's cache, later. */
    private int[] byGain(Parameters parameters) {
        double[] gain = new double[weights.length];
        for (int c = 0; c < gain.length; c++) {
            gain[c] = bestFrom[c][0];
            for (int level = 0; level < weights[c].length; level++) {
                gain[c] -= parameters.u()[c][level] * weights[c][level];
            }
            gain[c] /= 1 + fields.columns[c].values().length / LONG_DICTIONARY;
        }
        return IntStream.range(0, gain.length).boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a])).mapToInt(Integer::intValue).toArray();
    }

    double prior() {
        return prior;
    }

    /** Weight of the pair in bits, prior included: one person against two, be they relatives or not. */
    double weight(int a, int b) {
        double sum = prior;
        double relatives = relativePrior;
        for (int c = 0; c < weights.length; c++) {
            int level = fields.level(c, a, b);
            if (level >= 0) {
                double frequency = frequency(c, level, a, b);
                sum += weights[c][level] + frequency;
                relatives += shared[c] ? relativeWeights[c][level] + frequency : 0;
            }
        }
        return sum - more(relatives);
    }

    /** Bits by which two people are more likely because they may be relatives: 0 or more. */
    double relatives(int a, int b) {
        double relatives = relativePrior;
        for (int c = 0; c < weights.length; c++) {
            int level = fields.level(c, a, b);
            if (level >= 0 && shared[c]) {
                relatives += relativeWeights[c][level] + frequency(c, level, a, b);
            }
        }
        return more(relatives);
    }

    /** log2(1 + 2^x). */
    private static double more(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, x) + Math.log1p(Math.pow(2, -Math.abs(x))) / Math.log(2);
    }

    boolean knowsRelatives() {
        return relativePrior != Double.NEGATIVE_INFINITY;
    }

    /** Weight of a level alone. */
    double levelWeight(int comparison, int level) {
        return level < 0 ? 0 : weights[comparison][level];
    }

    /** What the frequency of the value adds. Between unlike values the more frequent one counts; "other" has no value to be rare. */
    double frequency(int comparison, int level, int rowA, int rowB) {
        double[] add = byFrequency[comparison];
        if (add.length == 0 || level < 0 || level == weights[comparison].length - 1) {
            return 0;
        }
        int[] codes = fields.columns[comparison].codes();
        return Math.min(add[codes[rowA]], add[codes[rowB]]);
    }

    /** Keeps in {@code others[0, count)} the positions whose weight with {@code position} may reach {@code least}; returns how many.
     *  @param codes of each comparison by position */
    int keep(int[][] codes, int position, int[] others, int count, double least, Scratch scratch) {
        scratch.room(count);
        double rest = 0;
        for (int c : order) {
            rest += most(c, codes[c][position]);
        }
        int left = count;
        Arrays.fill(scratch.sums, 0, left, prior);
        for (int c : order) {
            rest -= most(c, codes[c][position]);
            int code = codes[c][position];
            if (code >= 0) {
                left = keep(c, code, codes[c], others, left, least - rest - SLACK, scratch);
            }
        }
        return left;
    }

    /** The most that a comparison can add for a value, whatever the other row holds. */
    private double most(int c, int code) {
        if (code < 0) {
            return 0;
        }
        return Math.max(0, bestFrom[c][0] + (byFrequency[c].length == 0 ? 0 : Math.max(0, byFrequency[c][code])));
    }

    private int keep(int c, int code, int[] codes, int[] others, int count, double needed, Scratch scratch) {
        fields.agreements[c].atBest(code, codes, others, count, scratch.levels);
        byte[] levels = scratch.levels;
        double[] sums = scratch.sums;
        double[] add = byFrequency[c];
        double ownFrequency = add.length == 0 ? 0 : add[code];
        double[] most = bestFrom[c].clone();
        for (int level = 0; level < most.length - 1; level++) {
            // The other value may be more frequent, which makes it less.
            most[level] = level == 0 ? weights[c][0] + ownFrequency : most[level] + Math.max(0, ownFrequency);
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int level = levels[i];
            double sum = level < 0 ? sums[i] : sums[i] + most[level];
            others[kept] = others[i];
            sums[kept] = sum;
            kept += sum >= needed ? 1 : 0;
        }
        return kept;
    }

    /** Room for the sums and levels of one row with many, used again and again by one thread. */
    static final class Scratch {

        private double[] sums = new double[1024];
        private byte[] levels = new byte[1024];

        void room(int count) {
            if (sums.length < count) {
                sums = new double[Math.max(count, sums.length * 2)];
                levels = new byte[sums.length];
            }
        }
    }
}
