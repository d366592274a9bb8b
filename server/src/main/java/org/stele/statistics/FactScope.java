package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules;
import org.stele.statistics.Dimension.Axis;

/**
 * What a number counts, brought into one form, so that questions put differently are seen to be the same: "children" are victims
 * whose age class is child, victims are recorded persons whose standing is counted, November is a period.
 *
 * @param base  {@code recorded} for all measures of victims, else the measure's own code; the toll of massacres has its own, for its
 *              victims stand where their massacre stands, and not where they would stand by themselves
 * @param only  the values accepted along each dimension, where not all are
 * @param flags what no dimension says, or what may hold several times over: groups, massacres, unknown demography
 */
record FactScope(String base, Map<Dimension, Set<String>> only, Set<String> flags, Period period) {

    private static final Dimension PARTY = Dimension.of(Axis.PARTY);

    FactScope {
        only = Map.copyOf(only);
        flags = Set.copyOf(flags);
    }

    static FactScope of(Question question, Codebook codebook) {
        Map<Dimension, Set<String>> only = new HashMap<>();
        Set<String> flags = new HashSet<>();
        Period period = question.period();
        Measure measure = question.measures().getFirst();
        for (Filter filter : question.where()) {
            // The toll of a month's massacres, as known by the year's end, is not that of the month: who was documented later is in it.
            Period own = MassacreToll.counts(measure) ? null : period(filter, codebook.counting());
            if (own != null) {
                Period narrowed = both(period, own);
                if (narrowed == null) {
                    flags.add("never");
                } else {
                    period = narrowed;
                }
            } else if (filter.dimension().axis() == Axis.GROUP) {
                flags.add("group-" + String.join("|", new TreeSet<>(filter.values())));
            } else {
                narrow(only, filter.dimension(), filter.values());
            }
        }
        String base = measure(measure, only, flags, codebook.counting());
        otherParties(only);
        return new FactScope(base, only, flags, period);
    }

    private static String measure(Measure measure, Map<Dimension, Set<String>> only, Set<String> flags, CountingRules rules) {
        if (MassacreToll.counts(measure)) {
            narrow(only, Dimension.of(Axis.STANDING), Set.of("counted"));
        }
        if (!VictimCount.counts(measure)) {
            return measure.code();
        }
        if (measure != Measure.Basic.RECORDED) {
            narrow(only, Dimension.of(Axis.STANDING), Set.of("counted"));
        }
        switch (measure) {
            case Measure.GroupMembers(String group) -> flags.add("group-" + group);
            case Measure.Basic basic -> {
                switch (basic) {
                    case CHILDREN -> narrow(only, Dimension.of(Axis.AGE_CLASS), Set.of("child"));
                    case WOMEN, MEN -> {
                        narrow(only, Dimension.of(Axis.AGE_CLASS), Set.of("adult"));
                        narrow(only, Dimension.of(Axis.SEX), Set.of(basic == Measure.Basic.WOMEN ? "female" : "male"));
                    }
                    case TORTURE -> narrow(only, Dimension.of(Axis.METHOD), rules.tortureMethods());
                    case LANDMINES -> narrow(only, Dimension.of(Axis.WEAPON), rules.landmineWeapons());
                    case UNKNOWN, MASSACRE_VICTIMS -> flags.add(basic.code());
                    default -> {
                        // All victims counted, or all recorded.
                    }
                }
            }
        }
        return Measure.Basic.RECORDED.code();
    }

    /** Undetermined responsibility, other parties, and their sub-categories taken together are one and the same. */
    private static void otherParties(Map<Dimension, Set<String>> only) {
        Set<String> category = only.get(Dimension.of(Axis.OTHER_PARTY));
        boolean other = category != null && !category.contains(Responsibility.MAIN);
        other |= only.remove(Dimension.of(Axis.RESPONSIBILITY), Set.of("undetermined"));
        for (Dimension dimension : Set.copyOf(only.keySet())) {
            if (dimension.axis() == Axis.PARTY && Set.of(Codebook.OTHER_PARTIES).equals(only.get(dimension))) {
                only.remove(dimension);
                other = true;
            }
        }
        if (other) {
            narrow(only, PARTY, Set.of(Codebook.OTHER_PARTIES));
        }
    }

    private static void narrow(Map<Dimension, Set<String>> only, Dimension dimension, Set<String> values) {
        only.merge(dimension, Set.copyOf(values), (one, two) -> {
            Set<String> both = new HashSet<>(one);
            both.retainAll(two);
            return Set.copyOf(both);
        });
    }

    /** The period that a single day, month or year of the codebook's date is. */
    private static @Nullable Period period(Filter filter, CountingRules rules) {
        boolean documentation = rules.dateBasis() == CountingRules.DateBasis.DOCUMENTATION;
        if (filter.values().size() != 1 || filter.values().contains(Dimension.UNKNOWN)) {
            return null;
        }
        String value = filter.values().iterator().next();
        Axis axis = filter.dimension().axis();
        if (axis == (documentation ? Axis.DAY : Axis.DEATH_DAY)) {
            return new Period(LocalDate.parse(value), LocalDate.parse(value));
        }
        if (axis == (documentation ? Axis.MONTH : Axis.DEATH_MONTH)) {
            return Period.of(YearMonth.parse(value));
        }
        return axis == (documentation ? Axis.YEAR : Axis.DEATH_YEAR) ? Period.year(Integer.parseInt(value)) : null;
    }

    /** The days of both; none if they have none in common. */
    private static @Nullable Period both(Period one, Period two) {
        LocalDate from = one.from() == null || two.from() != null && two.from().isAfter(one.from()) ? two.from() : one.from();
        LocalDate to = one.to() == null || two.to() != null && two.to().isBefore(one.to()) ? two.to() : one.to();
        return from != null && to != null && from.isAfter(to) ? null : new Period(from, to);
    }

    /** Whether everything counted here is counted there too. */
    boolean within(FactScope wider) {
        return base.equals(wider.base) && flags.containsAll(wider.flags) && within(period, wider.period)
                && wider.only.entrySet().stream().allMatch(entry -> {
                    Set<String> values = only.get(entry.getKey());
                    return values != null && entry.getValue().containsAll(values);
                });
    }

    private static boolean within(Period inner, Period outer) {
        return (outer.from() == null || inner.from() != null && !inner.from().isBefore(outer.from()))
                && (outer.to() == null || inner.to() != null && !inner.to().isAfter(outer.to()));
    }

    /** The same without a condition on one dimension. */
    FactScope without(Dimension dimension) {
        Map<Dimension, Set<String>> rest = new HashMap<>(only);
        rest.remove(dimension);
        return new FactScope(base, rest, flags, period);
    }

    /** The same with one of a victim's four cells of age and sex. */
    FactScope with(Demography cell) {
        Map<Dimension, Set<String>> more = new HashMap<>(only);
        Set<String> marked = new HashSet<>(flags);
        switch (cell) {
            case CHILD -> narrow(more, Dimension.of(Axis.AGE_CLASS), Set.of("child"));
            case WOMAN, MAN -> {
                narrow(more, Dimension.of(Axis.AGE_CLASS), Set.of("adult"));
                narrow(more, Dimension.of(Axis.SEX), Set.of(cell == Demography.WOMAN ? "female" : "male"));
            }
            case UNKNOWN -> marked.add(Measure.Basic.UNKNOWN.code());
        }
        return new FactScope(base, more, marked, period);
    }

    /** Whether what lies in a period lies in exactly one of the periods it is made up of. */
    boolean addsUp() {
        return !base.equals(Measure.Basic.MASSACRE_TOLL.code());
    }

    /** The same in another period. */
    FactScope in(Period other) {
        return new FactScope(base, only, flags, other);
    }
}
