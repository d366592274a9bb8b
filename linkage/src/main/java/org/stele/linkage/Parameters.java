package org.stele.linkage;

import java.util.Arrays;

/**
 * What a linkage knows: the prior and, for every comparison and level, how probable the level is for two records of one person (m) and of
 * two people (u). Missing values are left out of both. The arrays are not copied: do not write to them.
 *
 * @param prior probability that two records drawn at random are one person
 * @param m     by comparison and level
 * @param u     by comparison and level
 * @param joint by group of fields that relatives share, and by subset of the group as bits: how probable it is for two people to agree on
 *              all of the subset
 */
public record Parameters(double prior, double[][] m, double[][] u, double[][] joint) {

    /** Parameters of fields that say what they say independently. */
    public Parameters(double prior, double[][] m, double[][] u) {
        this(prior, m, u, new double[0][]);
    }

    /** No probability is taken to be smaller: a level never seen in a sample is rare, not impossible. */
    static final double LEAST = 1e-7;

    /** Weight of a level in bits: log2(m/u). */
    public double weight(int comparison, int level) {
        return log2(Math.max(LEAST, m[comparison][level]) / Math.max(LEAST, u[comparison][level]));
    }

    /** Weight of the prior in bits, usually far below 0. */
    public double priorWeight() {
        return log2(prior / (1 - prior));
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** Probability that belongs to a weight in bits. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters(double p, double[][] otherM, double[][] otherU, double[][] otherJoint)
                && p == prior && Arrays.deepEquals(m, otherM) && Arrays.deepEquals(u, otherU) && Arrays.deepEquals(joint, otherJoint);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(prior) + 31 * Arrays.deepHashCode(m) + 961 * Arrays.deepHashCode(u) + 29791 * Arrays.deepHashCode(joint);
    }
}
