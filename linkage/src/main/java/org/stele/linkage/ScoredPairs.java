package org.stele.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pairs of rows with their weights in bits, the left row before the right one, in the order of the two rows. The arrays are the pairs
 * themselves, not copies.
 */
public final class ScoredPairs {

    private final int[] left;
    private final int[] right;
    private final double[] weights;

    ScoredPairs(int[] left, int[] right, double[] weights) {
        this.left = left;
        this.right = right;
        this.weights = weights;
    }

    /** Pairs given in any order. */
    static ScoredPairs sorted(int[] a, int[] b, double[] weights) {
        long[] keys = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            keys[i] = (long) Math.min(a[i], b[i]) << 32 | Math.max(a[i], b[i]);
        }
        int[] order = Orders.ascending(keys);
        int[] left = new int[a.length];
        int[] right = new int[a.length];
        double[] sorted = new double[a.length];
        for (int i = 0; i < order.length; i++) {
            left[i] = (int) (keys[order[i]] >>> 32);
            right[i] = (int) keys[order[i]];
            sorted[i] = weights[order[i]];
        }
        return new ScoredPairs(left, right, sorted);
    }

    public int size() {
        return left.length;
    }

    public int left(int pair) {
        return left[pair];
    }

    public int right(int pair) {
        return right[pair];
    }

    /** Weight in bits, prior included. */
    public double weight(int pair) {
        return weights[pair];
    }

    /** Probability that the two are one person, as far as the model's independence of fields holds; sort by it, do not trust its nines. */
    public double probability(int pair) {
        return Parameters.probability(weights[pair]);
    }

    /** The pairs of at least this weight. */
    public ScoredPairs atLeast(double weight) {
        return only(IntStream.range(0, size()).filter(pair -> weights[pair] >= weight).toArray());
    }

    /** Some of the pairs, by number. */
    ScoredPairs only(int[] pairs) {
        return new ScoredPairs(Arrays.stream(pairs).map(pair -> left[pair]).toArray(), Arrays.stream(pairs).map(pair -> right[pair]).toArray(),
                Arrays.stream(pairs).mapToDouble(pair -> weights[pair]).toArray());
    }

    /** Numbers of the pairs, the heaviest first; equal ones by their rows. */
    int[] heaviestFirst() {
        long[] keys = new long[size()];
        for (int i = 0; i < keys.length; i++) {
            // Flips doubles into longs of the opposite order.
            long bits = Double.doubleToLongBits(weights[i] + 0.0);
            keys[i] = ~(bits >= 0 ? bits ^ Long.MIN_VALUE : ~bits) ^ Long.MIN_VALUE;
        }
        return Orders.ascending(keys);
    }
}
