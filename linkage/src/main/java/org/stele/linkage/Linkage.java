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
    private static final long PAIRS_PER_RULE = 200_000;
    private static final long RANDOM_PAIRS = 1 << 19;

    private final Records records;
    private final List<Comparison> comparisons;
    private final List<BlockingRule> rules;
    private final Set<String> shared;
    private final Set<String> clean;
    private final int threads;

    private Linkage(Records records, List<Comparison> comparisons, List<BlockingRule> rules, Set<String> shared, Set<String> clean, int threads) {
        this.records = records;
        this.comparisons = comparisons;
        this.rules = rules;
        this.shared = shared;
        this.clean = clean;
        this.threads = threads;
    }

    /** Starts with these records, nothing to compare yet, and as many threads as the machine has. */
    public static Linkage of(Records records) {
        return new Linkage(records, List.of(), List.of(), Set.of(), Set.of(), Runtime.getRuntime().availableProcessors());
    }

    /** Compares one more field. */
    public Linkage compare(Comparison comparison) {
        records.column(comparison.column());
        return new Linkage(records, plus(comparisons, comparison), rules, shared, clean, threads);
    }

    /** Looks at the pairs of one more rule. The result does not depend on the order of the rules, the work does: narrow ones first. */
    public Linkage block(BlockingRule rule) {
        rule.columns().forEach(records::column);
        rule.further().forEach(records::column);
        return new Linkage(records, comparisons, plus(rules, rule), shared, clean, threads);
    }

    /** Says that relatives share these compared fields (father's and family name, mother, often place and day): pairs of relatives are then
     *  told apart from pairs of one person by what relatives do not share. */
    public Linkage sharedByRelatives(String... columns) {
        List<String> compared = comparisons.stream().map(Comparison::column).toList();
        if (!compared.containsAll(List.of(columns)) || Set.of(columns).containsAll(compared)) {
            throw new IllegalArgumentException("Relatives share some of the compared columns %s and not all of them; given were %s".formatted(compared, List.of(columns)));
        }
        return new Linkage(records, comparisons, rules, Set.of(columns), clean, threads);
    }

    /** Says that a source holds nobody twice: it is never linked to itself. Two clean sources are linked one to one, a clean one to
     *  another many to one. */
    public Linkage clean(String source) {
        var more = new LinkedHashSet<>(clean);
        more.add(source);
        return new Linkage(records, comparisons, rules, shared, Set.copyOf(more), threads);
    }

    /** Uses so many threads; the result is the same for any number. */
    public Linkage threads(int count) {
        return new Linkage(records, comparisons, rules, shared, clean, count);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        var more = new ArrayList<>(list);
        more.add(item);
        return List.copyOf(more);
    }

    /** Learns the parameters from the records themselves, without labels. */
    public Model estimate() {
        Prepared prepared = prepared();
        return prepared.model(prepared.estimation().parameters(null, 0));
    }

    /** Learns m from pairs that were judged to be one person, u from random pairs, and takes the prior from {@code share}.
     *  @param same  pairs of rows of one person
     *  @param share probability that two random records are one person */
    public Model learn(List<int[]> same, double share) {
        Prepared prepared = prepared();
        return prepared.model(prepared.estimation().parameters(Labels.shares(prepared.fields, same), share));
    }

    /** Uses parameters that are known already. */
    public Model with(Parameters parameters) {
        return prepared().model(parameters);
    }

    private Prepared prepared() {
        if (comparisons.isEmpty() || rules.isEmpty()) {
            throw new IllegalStateException("A linkage needs at least one comparison and one blocking rule");
        }
        return new Prepared(new Fields(records, comparisons, shared), new Candidates(records, rules, clean));
    }

    private final class Prepared {

        private final Fields fields;
        private final Candidates candidates;

        private Prepared(Fields fields, Candidates candidates) {
            this.fields = fields;
            this.candidates = candidates;
        }

        private Estimation estimation() {
            return new Estimation(fields, candidates, records, PAIRS_PER_RULE, RANDOM_PAIRS, SEED, threads);
        }

        private Model model(Parameters parameters) {
            return new Model(records, fields, candidates, parameters, threads);
        }
    }
}
