package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parameters without labels. u comes from random pairs; m from expectation maximisation over the pairs of each blocking rule, where the
 * rule's own fields are fixed and left out; the prior from the matches each rule is found to hold and the share of matches that such a rule
 * can hold. Random pairs hold some matches too: their share is taken out of u, and all is done again until it settles.
 */
final class Estimation {

    private static final int ROUNDS = 3;
    private static final int STEPS = 50;
    private static final double SETTLED = 1e-4;

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

    Parameters parameters() {
        Parameters parameters = new Parameters(1e-4, guess(), random);
        for (int round = 0; round < ROUNDS; round++) {
            parameters = round(parameters);
        }
        double[][] joint = new double[fields.groups.length][];
        for (int g = 0; g < joint.length; g++) {
            joint[g] = Together.chance(Together.shares(fields, fields.groups[g], records, candidates), fields.groups[g], parameters.prior(), parameters.m(), parameters.u());
        }
        return new Parameters(parameters.prior(), parameters.m(), parameters.u(), joint);
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

    private Parameters round(Parameters before) {
        double[][] sum = new double[fields.count()][];
        int[] runs = new int[fields.count()];
        double[] matches = new double[patterns.size()];
        for (int rule = 0; rule < patterns.size(); rule++) {
            boolean[] free = free(candidates.rules.get(rule).rule);
            Patterns pairs = patterns.get(rule);
            if (pairs.total() > 0 && anyTrue(free)) {
                double[][] m = deepCopy(before.m());
                matches[rule] = maximise(pairs, free, voting(candidates.rules.get(rule).rule, free), m, before.u()) * pairs.pairs;
                for (int c = 0; c < free.length; c++) {
                    if (free[c]) {
                        sum[c] = sum[c] == null ? new double[m[c].length] : sum[c];
                        for (int level = 0; level < m[c].length; level++) {
                            sum[c][level] += m[c][level];
                        }
                        runs[c]++;
                    }
                }
            }
        }
        double[][] m = deepCopy(before.m());
        for (int c = 0; c < m.length; c++) {
            for (int level = 0; runs[c] > 0 && level < m[c].length; level++) {
                m[c][level] = sum[c][level] / runs[c];
            }
        }
        double prior = prior(matches, m);
        return new Parameters(prior, m, withoutMatches(prior, m));
    }

    private boolean[] free(BlockingRule rule) {
        boolean[] free = new boolean[fields.count()];
        for (int c = 0; c < free.length; c++) {
            free[c] = !fields.touches(rule, c, records);
        }
        return free;
    }

    /** Where a rule's fields are all of those that relatives share, its pairs are full of siblings, who agree on the rest of those fields too:
     *  the rest is learnt there but does not decide who is one person. */
    private boolean[] voting(BlockingRule rule, boolean[] free) {
        boolean[] votes = free.clone();
        for (int[] group : fields.groups) {
            boolean[] in = new boolean[free.length];
            for (int c : group) {
                in[c] = true;
            }
            boolean within = true;
            for (int c = 0; c < free.length; c++) {
                within &= free[c] || in[c];
            }
            for (int c : group) {
                votes[c] &= !within;
            }
        }
        return votes;
    }

    private static boolean anyTrue(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private static double[][] deepCopy(double[][] arrays) {
        return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
    }

    /** Expectation maximisation of the free m with u fixed, where only some fields vote; writes to m and returns the share of matches among the pairs. */
    private double maximise(Patterns pairs, boolean[] free, boolean[] votes, double[][] m, double[][] u) {
        double share = 0.2;
        for (int step = 0; step < STEPS; step++) {
            double[][] counted = new double[m.length][];
            for (int c = 0; c < m.length; c++) {
                counted[c] = new double[m[c].length];
            }
            double matches = 0;
            long total = 0;
            for (int i = 0; i < pairs.counts.length; i++) {
                double odds = share / (1 - share);
                int[] levels = pairs.levels[i];
                for (int c = 0; c < m.length; c++) {
                    if (votes[c] && levels[c] >= 0) {
                        odds *= Math.max(Parameters.LEAST, m[c][levels[c]]) / Math.max(Parameters.LEAST, u[c][levels[c]]);
                    }
                }
                double match = pairs.counts[i] * (odds / (1 + odds));
                matches += match;
                total += pairs.counts[i];
                for (int c = 0; c < m.length; c++) {
                    if (levels[c] >= 0) {
                        counted[c][levels[c]] += match;
                    }
                }
            }
            double moved = 0;
            for (int c = 0; c < m.length; c++) {
                double known = Arrays.stream(counted[c]).sum();
                for (int level = 0; free[c] && level < m[c].length; level++) {
                    // Half a pair for each level: never seen is not impossible.
                    double next = (counted[c][level] + 0.5) / (known + 0.5 * m[c].length);
                    moved = Math.max(moved, Math.abs(next - m[c][level]));
                    m[c][level] = next;
                }
            }
            share = Math.min(1 - 1e-9, Math.max(1e-9, matches / total));
            if (moved < SETTLED) {
                break;
            }
        }
        return share;
    }

    /** A rule holds the matches that agree on all its fields, and those are a known share of all: the median of what the rules say. */
    private double prior(double[] matches, double[][] m) {
        double[] all = new double[matches.length];
        int said = 0;
        for (int rule = 0; rule < matches.length; rule++) {
            double held = 1;
            for (int c = 0; c < fields.count(); c++) {
                if (fields.touches(candidates.rules.get(rule).rule, c, records)) {
                    double known = (double) fields.columns[c].known() / records.size();
                    held *= m[c][0] * known * known;
                }
            }
            if (matches[rule] > 0 && held > 0) {
                all[said++] = matches[rule] / held;
            }
        }
        double possible = Math.max(1, candidates.possible());
        Arrays.sort(all, 0, said);
        double found = said == 0 ? 1e-4 * possible : all[said / 2];
        return Math.min(0.5, Math.max(1 / (possible + 2), found / possible));
    }

    private double[][] withoutMatches(double prior, double[][] m) {
        double[][] u = deepCopy(random);
        for (int c = 0; c < u.length; c++) {
            for (int level = 0; level < u[c].length; level++) {
                // Never below a tenth of what was seen: the correction is an estimate itself.
                u[c][level] = Math.max(Parameters.LEAST, Math.max(random[c][level] / 10, (random[c][level] - prior * m[c][level]) / (1 - prior)));
            }
        }
        return u;
    }
}
