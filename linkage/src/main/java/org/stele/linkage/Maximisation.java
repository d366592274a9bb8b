package org.stele.linkage;

import java.util.Arrays;

/**
 * Expectation maximisation over the pairs of one blocking rule, with three kinds of pairs: one person (m), relatives (r), and two people (u,
 * which is fixed). The rule's own fields are constant in its pairs and left out. Relatives differ from one person in what they do not share,
 * where they are like any two people.
 */
final class Maximisation {

    private static final int STEPS = 50;
    private static final double SETTLED = 1e-4;

    private final Patterns pairs;
    private final boolean[] free;
    private final boolean[] learnsM;
    private final boolean[] learnsR;
    private final double[][] u;
    final double[][] m;
    final double[][] r;
    /** Shares of the pairs of one person and of relatives. */
    double matches = 0.2;
    double relatives;

    Maximisation(Patterns pairs, boolean[] free, Parameters from, boolean mIsKnown) {
        this.pairs = pairs;
        this.free = free;
        u = from.u();
        m = copy(from.m());
        r = copy(from.r());
        relatives = from.relatives() > 0 ? 0.2 : 0;
        learnsM = new boolean[free.length];
        learnsR = new boolean[free.length];
        for (int c = 0; c < free.length; c++) {
            learnsM[c] = free[c] && !mIsKnown;
            learnsR[c] = free[c] && from.shared()[c] && relatives > 0;
        }
    }

    static double[][] copy(double[][] arrays) {
        return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
    }

    void run() {
        double moved = 1;
        for (int step = 0; step < STEPS && moved > SETTLED; step++) {
            double[][] countsM = zeros();
            double[][] countsR = zeros();
            double sumM = 0;
            double sumR = 0;
            double all = 0;
            for (int i = 0; i < pairs.counts.length; i++) {
                int[] levels = pairs.levels[i];
                double oddsM = matches / (1 - matches - relatives);
                double oddsR = relatives / (1 - matches - relatives);
                for (int c = 0; c < levels.length; c++) {
                    if (free[c] && levels[c] >= 0) {
                        double random = Math.max(Parameters.LEAST, u[c][levels[c]]);
                        oddsM *= Math.max(Parameters.LEAST, m[c][levels[c]]) / random;
                        oddsR *= Math.max(Parameters.LEAST, r[c][levels[c]]) / random;
                    }
                }
                double pairM = pairs.counts[i] * (oddsM / (1 + oddsM + oddsR));
                double pairR = pairs.counts[i] * (oddsR / (1 + oddsM + oddsR));
                sumM += pairM;
                sumR += pairR;
                all += pairs.counts[i];
                for (int c = 0; c < levels.length; c++) {
                    if (levels[c] >= 0) {
                        countsM[c][levels[c]] += pairM;
                        countsR[c][levels[c]] += pairR;
                    }
                }
            }
            moved = Math.max(shares(countsM, learnsM, m), shares(countsR, learnsR, r));
            matches = Math.clamp(sumM / all, 1e-9, 0.9999);
            relatives = relatives == 0 ? 0 : Math.clamp(sumR / all, 1e-9, 0.99999 - matches);
        }
    }

    private double[][] zeros() {
        return Arrays.stream(u).map(levels -> new double[levels.length]).toArray(double[][]::new);
    }

    /** Makes probabilities of counts; half a pair for each level: never seen is not impossible. Returns the largest change. */
    private static double shares(double[][] counts, boolean[] learns, double[][] to) {
        double moved = 0;
        for (int c = 0; c < to.length; c++) {
            double known = Arrays.stream(counts[c]).sum();
            for (int level = 0; learns[c] && level < to[c].length; level++) {
                double next = (counts[c][level] + 0.5) / (known + 0.5 * to[c].length);
                moved = Math.max(moved, Math.abs(next - to[c][level]));
                to[c][level] = next;
            }
        }
        return moved;
    }
}
