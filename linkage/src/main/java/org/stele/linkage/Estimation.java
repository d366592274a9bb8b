package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters without labels. u comes from random pairs; m and r from expectation maximisation over the pairs of each blocking rule; the priors
 * from the pairs each rule is found to hold and the share of them that such a rule can hold. Random pairs hold some matches too: their share
 * is taken out of u, and all is done again until it settles.
 */
final class Estimation {

    private static final int ROUNDS = 3;

    private final Fields fields;
    private final Candidates candidates;
    private final Records records;
    private final List<Patterns> patterns;
    private final double[][] random;

    Estimation(Fields fields, Candidates candidates, Records records, long pairsPerRule, long randomPairs, long seed, int threads) {
        this.fields = fields;
        this.candidates = candidates;
        this.records = records;
        patterns = new ArrayList<>();
        for (int rule = 0; rule < candidates.rules.size(); rule++) {
            patterns.add(Patterns.of(fields, candidates, rule, pairsPerRule, threads));
        }
        random = RandomPairs.shares(fields, candidates, records, randomPairs, seed, threads);
    }

    /** @param knownM    m if it is known from labels
     *  @param knownPrior the prior that goes with it */
    Parameters parameters(double @Nullable [][] knownM, double knownPrior) {
        double[][] m = knownM == null ? guess() : knownM;
        double[][] r = Maximisation.copy(random);
        boolean relatives = false;
        for (int c = 0; c < fields.count(); c++) {
            if (fields.shared[c]) {
                r[c] = m[c].clone();
                relatives = true;
            }
        }
        var parameters = new Parameters(knownM == null ? 1e-4 : knownPrior, m, random, relatives ? 1e-4 : 0, r, fields.shared);
        for (int round = 0; round < ROUNDS; round++) {
            parameters = round(parameters, knownM != null);
        }
        return parameters;
    }

    /** Most matches agree, whatever the field. */
    private double[][] guess() {
        double[][] m = new double[fields.count()][];
        for (int c = 0; c < m.length; c++) {
            m[c] = new double[fields.levels[c]];
            double rest = 1;
            for (int level = 0; level < m[c].length - 1; level++) {
                m[c][level] = rest * (level == 0 ? 0.8 : 0.5);
                rest -= m[c][level];
            }
            m[c][m[c].length - 1] = rest;
        }
        return m;
    }

    private Parameters round(Parameters before, boolean mIsKnown) {
        var sumM = new Average(before.m());
        var sumR = new Average(before.r());
        double[] matches = new double[patterns.size()];
        double[] relatives = new double[patterns.size()];
        for (int rule = 0; rule < patterns.size(); rule++) {
            boolean[] free = free(rule);
            Patterns pairs = patterns.get(rule);
            if (pairs.counts.length > 0 && any(free)) {
                var run = new Maximisation(pairs, free, before, mIsKnown);
                run.run();
                matches[rule] = run.matches * pairs.pairs;
                relatives[rule] = run.relatives * pairs.pairs;
                sumM.add(run.m, free, 1);
                // A rule with hardly any relatives in it has nothing to teach about them.
                sumR.add(run.r, free, relatives[rule]);
            }
        }
        double[][] m = mIsKnown ? before.m() : sumM.average();
        double[][] r = sumR.average();
        double prior = mIsKnown ? before.prior() : prior(matches, m, false);
        double relativePrior = before.relatives() == 0 ? 0 : prior(relatives, r, true);
        double[][] u = withoutMatches(prior, m);
        for (int c = 0; c < r.length; c++) {
            r[c] = fields.shared[c] ? r[c] : u[c];
        }
        return new Parameters(prior, m, u, relativePrior, r, fields.shared);
    }

    private boolean[] free(int rule) {
        boolean[] free = new boolean[fields.count()];
        for (int c = 0; c < free.length; c++) {
            free[c] = !fields.touches(candidates.rules.get(rule).rule, c, records);
        }
        return free;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** A rule holds the pairs that agree on all its fields, and those are a known share of all: the median of what the rules say. On relatives
     *  the rules that look only at what relatives share are asked, if there are any. */
    private double prior(double[] held, double[][] shares, boolean ofRelatives) {
        boolean anyFits = false;
        for (int rule = 0; ofRelatives && rule < held.length; rule++) {
            anyFits |= onlyShared(rule);
        }
        double[] all = new double[held.length];
        int said = 0;
        for (int rule = 0; rule < held.length; rule++) {
            double share = 1;
            boolean fits = !anyFits || onlyShared(rule);
            boolean[] free = free(rule);
            for (int c = 0; c < free.length; c++) {
                if (!free[c]) {
                    double known = (double) fields.columns[c].known() / records.size();
                    share *= shares[c][0] * known * known;
                }
            }
            if (fits && held[rule] > 0 && share > 0) {
                all[said++] = held[rule] / share;
            }
        }
        double possible = Math.max(1, candidates.possible());
        Arrays.sort(all, 0, said);
        double found = said == 0 ? 1e-4 * possible : all[said / 2];
        return Math.clamp(found / possible, 1 / (possible + 2), 0.4);
    }

    private boolean onlyShared(int rule) {
        boolean[] free = free(rule);
        boolean only = true;
        for (int c = 0; c < free.length; c++) {
            only &= free[c] || fields.shared[c];
        }
        return only;
    }

    private double[][] withoutMatches(double prior, double[][] m) {
        double[][] u = Maximisation.copy(random);
        for (int c = 0; c < u.length; c++) {
            for (int level = 0; level < u[c].length; level++) {
                // Never below a tenth of what was seen: the correction is an estimate itself.
                u[c][level] = Math.max(Parameters.LEAST, Math.max(random[c][level] / 10, (random[c][level] - prior * m[c][level]) / (1 - prior)));
            }
        }
        return u;
    }

    /** The average of what several runs say of each comparison; what was before where none says anything. */
    private static final class Average {

        private final double[][] before;
        private final double[][] sums;
        private final double[] weights;

        private Average(double[][] before) {
            this.before = before;
            sums = Arrays.stream(before).map(levels -> new double[levels.length]).toArray(double[][]::new);
            weights = new double[before.length];
        }

        private void add(double[][] said, boolean[] free, double weight) {
            for (int c = 0; c < said.length; c++) {
                for (int level = 0; free[c] && level < said[c].length; level++) {
                    sums[c][level] += weight * said[c][level];
                }
                weights[c] += free[c] ? weight : 0;
            }
        }

        private double[][] average() {
            double[][] result = Maximisation.copy(before);
            for (int c = 0; c < sums.length; c++) {
                for (int level = 0; weights[c] > 0 && level < sums[c].length; level++) {
                    result[c][level] = sums[c][level] / weights[c];
                }
            }
            return result;
        }
    }
}
