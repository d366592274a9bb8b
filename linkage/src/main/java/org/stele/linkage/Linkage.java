package org.stele.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A description of a linkage: which records, which fields are compared and how, which pairs are looked at, which lists are clean. Every
 * method gives a new description; {@link #estimate} makes a {@link Model} of it.
 */
public final class Linkage {

    private static final long SEED = 20201101;
    private static final long PAIRS_PER_RULE = 1_000_000;
    private static final long RANDOM_PAIRS = 2_000_000;

    private final Records records;
    private final List<Comparison> comparisons;
    private final List<BlockingRule> rules;
    private final List<List<String>> together;
    private final Set<String> clean;
    private final int threads;

    private Linkage(Records records, List<Comparison> comparisons, List<BlockingRule> rules, List<List<String>> together, Set<String> clean, int threads) {
        this.records = records;
        this.comparisons = comparisons;
        this.rules = rules;
        this.together = together;
        this.clean = clean;
        this.threads = threads;
    }

    /** Starts with these records, nothing to compare yet, and as many threads as the machine has. */
    public static Linkage of(Records records) {
        return new Linkage(records, List.of(), List.of(), List.of(), Set.of(), Runtime.getRuntime().availableProcessors());
    }

    /** Compares one more field. */
    public Linkage compare(Comparison comparison) {
        records.column(comparison.column());
        return new Linkage(records, plus(comparisons, comparison), rules, together, clean, threads);
    }

    /** Looks at the pairs of one more rule. The result does not depend on the order of the rules, the work does: narrow ones first. */
    public Linkage block(BlockingRule rule) {
        rule.columns().forEach(records::column);
        rule.further().forEach(records::column);
        return new Linkage(records, comparisons, plus(rules, rule), together, clean, threads);
    }

    /** Says that relatives share these compared fields (two to five of them): all of them together then say no more than the chance of meeting a relative allows. */
    public Linkage together(String... columns) {
        List<String> compared = comparisons.stream().map(Comparison::column).toList();
        if (columns.length < 2 || columns.length > Together.MOST_FIELDS || !compared.containsAll(List.of(columns))) {
            throw new IllegalArgumentException("Two to %d of the compared columns %s can be taken together, not %s".formatted(Together.MOST_FIELDS, compared, List.of(columns)));
        }
        return new Linkage(records, comparisons, rules, plus(together, List.of(columns)), clean, threads);
    }

    /** Says that a source holds nobody twice: it is never linked to itself. Two clean sources are linked one to one, a clean one to
     *  another many to one. */
    public Linkage clean(String source) {
        var more = new LinkedHashSet<>(clean);
        more.add(source);
        return new Linkage(records, comparisons, rules, together, Set.copyOf(more), threads);
    }

    /** Uses so many threads; the result is the same for any number. */
    public Linkage threads(int count) {
        return new Linkage(records, comparisons, rules, together, clean, count);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        var more = new ArrayList<>(list);
        more.add(item);
        return List.copyOf(more);
    }

    /** Learns the parameters from the records themselves, without labels. */
    public Model estimate() {
        Prepared prepared = prepared();
        Estimation estimation = new Estimation(prepared.fields, prepared.candidates, records, PAIRS_PER_RULE, RANDOM_PAIRS, SEED, threads);
        return prepared.model(estimation.parameters());
    }

    /** Learns m from pairs that were judged to be one person, u from random pairs, and takes the prior from {@code share}.
     *  @param same  pairs of rows of one person
     *  @param share probability that two random records are one person */
    public Model learn(List<int[]> same, double share) {
        Prepared prepared = prepared();
        double[][] u = RandomPairs.shares(prepared.fields, prepared.candidates, records, RANDOM_PAIRS, SEED, threads);
        return prepared.model(Labels.parameters(prepared.fields, prepared.candidates, records, same, share, u));
    }

    /** Uses parameters that are known already. */
    public Model with(Parameters parameters) {
        return prepared().model(parameters);
    }

    private Prepared prepared() {
        if (comparisons.isEmpty() || rules.isEmpty()) {
            throw new IllegalStateException("A linkage needs at least one comparison and one blocking rule");
        }
        return new Prepared(new Fields(records, comparisons, together), new Candidates(records, rules, clean));
    }

    private final class Prepared {

        private final Fields fields;
        private final Candidates candidates;

        private Prepared(Fields fields, Candidates candidates) {
            this.fields = fields;
            this.candidates = candidates;
        }

        private Model model(Parameters parameters) {
            return new Model(records, fields, candidates, parameters, threads);
        }
    }
}
