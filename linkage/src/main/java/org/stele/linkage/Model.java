package org.stele.linkage;

import java.util.ArrayList;
import java.util.List;

/** A linkage with its parameters: it scores pairs, finds those above a weight, and explains itself. Safe for use by several threads. */
public final class Model {

    private final Records records;
    private final Fields fields;
    private final Candidates candidates;
    private final Parameters parameters;
    private final Scorer scorer;
    private final int threads;

    Model(Records records, Fields fields, Candidates candidates, Parameters parameters, int threads) {
        this.records = records;
        this.fields = fields;
        this.candidates = candidates;
        this.parameters = parameters;
        this.scorer = new Scorer(fields, parameters);
        this.threads = threads;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Records records() {
        return records;
    }

    /** How many pairs each blocking rule adds to those of the rules before it. */
    public long[] candidatePairs() {
        return candidates.counts(threads);
    }

    /** Weight of any two rows in bits, whether or not a blocking rule pairs them. */
    public double weight(int rowA, int rowB) {
        return scorer.weight(rowA, rowB);
    }

    /** All candidate pairs of at least this weight in bits. */
    public ScoredPairs predict(double least) {
        var found = new ArrayList<Found>();
        for (int rule = 0; rule < candidates.rules.size(); rule++) {
            // The rows of a block are read again and again: side by side they stay in the processor's cache.
            int[][] codes = fields.inOrder(candidates.rules.get(rule).rows);
            List<Candidates.Piece> pieces = candidates.pieces(rule);
            Pieces.run(pieces.size(), threads, at -> scored(pieces.get(at), codes, least), (at, piece) -> found.add(piece));
        }
        int size = found.stream().mapToInt(piece -> piece.left.size()).sum();
        int[] left = new int[size];
        int[] right = new int[size];
        double[] weights = new double[size];
        int to = 0;
        for (Found piece : found) {
            for (int i = 0; i < piece.left.size(); i++) {
                left[to] = piece.left.get(i);
                right[to] = piece.right.get(i);
                weights[to++] = piece.weights.get(i);
            }
        }
        return ScoredPairs.sorted(left, right, weights);
    }

    private Found scored(Candidates.Piece piece, int[][] codes, double least) {
        Found found = new Found();
        var scratch = new Scorer.Scratch();
        int[] rows = candidates.rules.get(piece.rule()).rows;
        candidates.eachPosition(piece, (position, others, count) -> {
            int left = scorer.keep(codes, position, others, count, least, scratch);
            if (left > 0) {
                // Few pairs can reach the bound, so whether an earlier rule made them is asked last.
                left = candidates.onlyNew(piece.rule(), rows[position], others, candidates.rows(piece.rule(), others, left));
            }
            for (int i = 0; i < left; i++) {
                double weight = scorer.weight(rows[position], others[i]);
                if (weight >= least) {
                    found.left.add(rows[position]);
                    found.right.add(others[i]);
                    found.weights.add(weight);
                }
            }
        });
        return found;
    }

    private static final class Found {

        private final IntList left = new IntList();
        private final IntList right = new IntList();
        private final DoubleList weights = new DoubleList();
    }

    /** Why two rows weigh what they weigh, term by term. */
    public Explanation explain(int rowA, int rowB) {
        var terms = new ArrayList<Explanation.Term>();
        for (int c = 0; c < fields.count(); c++) {
            int level = fields.level(c, rowA, rowB);
            Comparison comparison = fields.comparisons.get(c);
            terms.add(new Explanation.Term(comparison.column(), fields.columns[c].value(rowA), fields.columns[c].value(rowB),
                    level < 0 ? "missing" : comparison.measure().levels().get(level), scorer.levelWeight(c, level), scorer.frequency(c, level, rowA, rowB)));
        }
        if (scorer.knowsRelatives()) {
            terms.add(new Explanation.Term("relatives", "", "", "would share this", -scorer.relatives(rowA, rowB), 0));
        }
        return new Explanation(records.id(rowA), records.id(rowB), scorer.prior(), terms, scorer.weight(rowA, rowB));
    }

    /** The pairs that remain if no record of a clean source is linked to more than one record of another clean source: the heaviest first. */
    public ScoredPairs oneToOne(ScoredPairs pairs) {
        return OneToOne.of(pairs, records.source().codes(), candidates::clean);
    }

    /** Groups of records that are one person: joined from the heaviest pair down, never two records of a clean source, and never two groups
     *  by a single chance pair.
     *  @param support share of the pairs between two groups that must be among {@code pairs}, 0 to 1 */
    public People people(ScoredPairs pairs, double support) {
        return People.of(records.size(), pairs, records.source().codes(), candidates::clean, support);
    }
}
