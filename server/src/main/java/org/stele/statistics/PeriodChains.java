package org.stele.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.statistics.Contradiction.Rule;

/** Adjoining periods against the period they make up: the half-year and five months against the year so far. */
final class PeriodChains {

    private final Map<FactScope, List<Claim>> families = new HashMap<>();

    private final boolean exact;

    /** @param exact whether what lies in a period lies in one of its parts; else the parts may come to less */
    PeriodChains(Map<FactScope, Claim> facts, boolean exact) {
        this.exact = exact;
        facts.forEach((scope, claim) -> {
            if (scope.period().from() != null && scope.period().to() != null) {
                families.computeIfAbsent(scope.in(Period.EVER), family -> new ArrayList<>()).add(new Claim(claim.name(), in(claim, scope.period()), claim.value()));
            }
        });
    }

    private static Question in(Claim claim, Period period) {
        Question question = claim.question();
        return new Question(question.measures(), List.of(), question.where(), period, question.asOf());
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        families.forEach((scope, family) -> {
            if (family.size() < 3) {
                return;
            }
            boolean all = exact && scope.addsUp();
            family.sort(Comparator.comparing((Claim claim) -> claim.question().period().from()).thenComparing(claim -> claim.question().period().to()));
            for (Claim whole : family) {
                Chain chain = chain(family, whole);
                if (chain != null && (all ? chain.sum != whole.value() : chain.sum > whole.value())) {
                    found.add(new Contradiction(Rule.PERIODS, new Claim(String.join(" + ", chain.names), whole.question(), chain.sum), whole));
                }
            }
        });
        return found;
    }

    private record Chain(long sum, List<String> names) {
    }

    /** Some way to make up the whole of the family's other periods, if there is one; they come in order of their first days. */
    private static @org.jspecify.annotations.Nullable Chain chain(List<Claim> family, Claim whole) {
        Period period = whole.question().period();
        Map<LocalDate, Chain> reached = new HashMap<>();
        reached.put(period.from(), new Chain(0, List.of()));
        for (Claim part : family) {
            Period own = part.question().period();
            Chain before = reached.get(own.from());
            if (before != null && !own.equals(period) && own.to() != null && !own.to().isAfter(period.to())) {
                List<String> names = new ArrayList<>(before.names);
                names.add(part.name());
                reached.putIfAbsent(own.to().plusDays(1), new Chain(before.sum + part.value(), names));
            }
        }
        LocalDate end = period.to();
        return end == null ? null : reached.get(end.plusDays(1));
    }
}
