package org.stele.linkage;

import java.util.Arrays;

/**
 * What a linkage knows: how probable each level of each comparison is for two records of one person (m), of two people drawn at random (u),
 * and of two relatives (r), with the prior of the first and the last. Missing values are left out. The arrays are not copied: do not write
 * to them.
 *
 * @param prior     probability that two records drawn at random are one person
 * @param m         by comparison and level
 * @param u         by comparison and level
 * @param relatives probability that two records drawn at random are of two relatives; 0 if relatives are not told apart
 * @param r         by comparison and level; equal to u for what relatives do not share
 * @param shared    whether relatives share the field, by comparison
 */
public record Parameters(double prior, double[][] m, double[][] u, double relatives, double[][] r, boolean[] shared) {

    /** No probability is taken to be smaller: a level never seen in a sample is rare, not impossible. */
    static final double LEAST = 1e-7;

    /** Parameters without relatives. */
    public Parameters(double prior, double[][] m, double[][] u) {
        this(prior, m, u, 0, u, new boolean[m.length]);
    }

    /** Weight of a level in bits: log2(m/u). */
    public double weight(int comparison, int level) {
        return log2(Math.max(LEAST, m[comparison][level]) / Math.max(LEAST, u[comparison][level]));
    }

    /** Weight of a level for relatives in bits: log2(r/u). */
    public double relativeWeight(int comparison, int level) {
        return log2(Math.max(LEAST, r[comparison][level]) / Math.max(LEAST, u[comparison][level]));
    }

    /** Weight of the prior in bits, usually far below 0. */
    public double priorWeight() {
        return log2(prior / (1 - prior));
    }

    /** Weight of the prior of relatives in bits; minus infinity if they are not told apart. */
    public double relativePriorWeight() {
        return log2(relatives / (1 - prior - relatives));
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
        return other instanceof Parameters that && that.prior == prior && that.relatives == relatives && Arrays.deepEquals(m, that.m) && Arrays.deepEquals(u, that.u)
                && Arrays.deepEquals(r, that.r) && Arrays.equals(shared, that.shared);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(new Object[] {prior, m, u, relatives, r, shared});
    }
}
