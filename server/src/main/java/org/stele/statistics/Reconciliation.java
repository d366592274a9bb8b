package org.stele.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.history.VersionKey;
import org.stele.statistics.Contradiction.Rule;
import org.stele.statistics.Dimension.Axis;

/**
 * Checks everything that is published together: the same fact stated twice, parts against wholes in every direction, subsets
 * against their sets, months against years, massacres against their victims. No figure is known by name here: what must hold follows from what each one counts.
 */
public final class Reconciliation {

    /** Every pair of this many claims is compared for subsets; cells of large tables beyond that are held by their sums. */
    private static final int MOST_PAIRED = 2_000;

    private final Codebook codebook;
    private final Map<FactScope, Claim> facts = new LinkedHashMap<>();
    private final List<Contradiction> found = new ArrayList<>();
    private final Set<FactScope> faulty = new HashSet<>();

    private Reconciliation(Codebook codebook) {
        this.codebook = codebook;
    }

    /**
     * The contradictions in a set of published numbers and tables; empty if there are none. Each pair is named once, by the
     * plainest rule it breaks.
     */
    public static List<Contradiction> check(Collection<? extends Published> published, Codebook codebook) {
        Reconciliation check = new Reconciliation(codebook);
        check.sameFacts(published);
        check.subsets();
        check.demography();
        check.parts();
        check.thresholds();
        new PeriodChains(check.facts, check.days()).contradictions().forEach(contradiction -> check.report(contradiction.rule(), contradiction.one(), contradiction.other()));
        return List.copyOf(check.found);
    }

    /**
     * The records behind a contradiction.
     *
     * @param one          what the register gives for the first claim, as of its instant
     * @param other        the same for the second
     * @param onlyInOne    versions that the first counts and the second does not, at most {@code 10,000} looked at
     * @param onlyInOther  versions that the second counts and the first does not
     */
    public record Difference(long one, long other, List<VersionKey> onlyInOne, List<VersionKey> onlyInOther) {
    }

    /** Asks the register which records make the difference. */
    public static Difference explain(Contradiction contradiction, Statistics statistics) {
        Counted one = versions(contradiction.one(), statistics);
        Counted other = versions(contradiction.other(), statistics);
        return new Difference(statistics.answer(contradiction.one().question()).totals().getFirst(), statistics.answer(contradiction.other().question()).totals().getFirst(),
                minus(one, other), minus(other, one));
    }

    private static Counted versions(Claim claim, Statistics statistics) {
        return statistics.explain(claim.question(), claim.question().measures().getFirst(), List.of(), 0, 10_000);
    }

    private static List<VersionKey> minus(Counted one, Counted other) {
        Set<VersionKey> there = new HashSet<>(other.versions());
        return one.versions().stream().filter(version -> !there.contains(version)).toList();
    }

    private void sameFacts(Collection<? extends Published> published) {
        List<Published.Table> tables = new ArrayList<>();
        for (Published each : published) {
            switch (each) {
                case Published.Number number -> add(new Claim(number.name(), number.question(), number.value()));
                case Published.Table table -> {
                    tables.add(table);
                    TableClaims.of(table, codebook).forEach(this::add);
                }
            }
        }
        Set<Period> periods = new HashSet<>();
        facts.keySet().forEach(scope -> periods.add(scope.period()));
        if (days()) {
            tables.forEach(table -> periods.forEach(period -> TableClaims.of(table, period).forEach(this::add)));
        }
    }

    /** Whether everything is counted by a single day. A death known to a range lies in a year, perhaps, and in none of its months. */
    private boolean days() {
        return codebook.counting().dateBasis() == DateBasis.DOCUMENTATION;
    }

    private void add(Claim claim) {
        Claim before = facts.putIfAbsent(FactScope.of(claim.question(), codebook), claim);
        if (before != null && before.value() != claim.value()) {
            report(Rule.SAME_FACT, before, claim);
        }
    }

    /** Only where the narrower one is larger does anybody need to know whether it is narrower. */
    private void subsets() {
        List<Map.Entry<FactScope, Claim>> all = facts.entrySet().stream().filter(entry -> entry.getKey().only().size() <= 3).limit(MOST_PAIRED).toList();
        for (Map.Entry<FactScope, Claim> narrower : all) {
            for (Map.Entry<FactScope, Claim> wider : all) {
                if (narrower.getValue().value() > wider.getValue().value() && (narrower.getKey().within(wider.getKey())
                        || atLeastAndAtMost(narrower.getKey(), wider.getKey()))) {
                    report(Rule.SUBSET, narrower.getValue(), wider.getValue());
                }
            }
        }
    }

    private static boolean atLeastAndAtMost(FactScope least, FactScope most) {
        return least.base().equals(Measure.Basic.UNRECORDED_MIN.code()) && most.base().equals(Measure.Basic.UNRECORDED_MAX.code())
                && new FactScope(most.base(), least.only(), least.flags(), least.period()).equals(most);
    }

    private void demography() {
        facts.forEach((scope, whole) -> {
            long sum = 0;
            List<String> names = new ArrayList<>();
            for (Demography cell : Demography.values()) {
                Claim part = facts.get(scope.with(cell));
                if (part != null && !scope.with(cell).equals(scope)) {
                    sum += part.value();
                    names.add(part.name());
                }
            }
            boolean counted = Set.of("counted").equals(scope.only().get(Dimension.of(Axis.STANDING)))
                    && !scope.only().containsKey(Dimension.of(Axis.AGE_CLASS)) && !scope.only().containsKey(Dimension.of(Axis.SEX));
            boolean broken = names.size() == Demography.values().length ? sum != whole.value() : sum > whole.value();
            if (counted && broken && !names.isEmpty()) {
                report(Rule.DEMOGRAPHY, new Claim(String.join(" + ", names), whole.question(), sum), whole);
            }
        });
    }

    /** Values along a dimension exclude one another, so that those stated cannot together exceed the whole. */
    private void parts() {
        record Whole(FactScope scope, Dimension dimension) {
        }
        Map<Whole, Long> sums = new HashMap<>();
        facts.forEach((scope, claim) -> scope.only().forEach((dimension, values) -> {
            FactScope whole = scope.without(dimension);
            if (values.size() == 1 && facts.containsKey(whole)) {
                sums.merge(new Whole(whole, dimension), claim.value(), Long::sum);
            }
        }));
        sums.forEach((whole, sum) -> {
            Claim claim = facts.get(whole.scope());
            if (claim != null && sum > claim.value()) {
                report(Rule.PARTS, new Claim("all parts by " + DimensionNames.fixed(whole.dimension().axis()) + " of " + claim.name(), claim.question(), sum), claim);
            }
        });
    }

    /** Every massacre has as many victims as make a massacre (R6), wherever massacres are counted and told with their toll. */
    private void thresholds() {
        long threshold = codebook.counting().massacreThreshold();
        facts.values().stream().filter(claim -> claim.question().measures().getFirst() == Measure.Basic.MASSACRES).toList().forEach(massacres -> {
            Question asked = massacres.question();
            Claim toll = facts.get(FactScope.of(new Question(List.of(Measure.Basic.MASSACRE_TOLL), List.of(), asked.where(), asked.period(), asked.asOf()), codebook));
            if (toll != null && (massacres.value() * threshold > toll.value() || massacres.value() == 0 && toll.value() > 0)) {
                report(Rule.THRESHOLD, massacres, toll);
            }
        });
    }

    /** A number found wrong once breaks many rules: it is named once. */
    private void report(Rule rule, Claim one, Claim other) {
        FactScope scope = FactScope.of(one.question(), codebook);
        FactScope otherScope = FactScope.of(other.question(), codebook);
        if (rule == Rule.SAME_FACT || !faulty.contains(scope) && !faulty.contains(otherScope)) {
            found.add(new Contradiction(rule, one, other));
        }
        faulty.add(scope);
        faulty.add(otherScope);
    }
}
