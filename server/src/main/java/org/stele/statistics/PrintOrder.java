package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules;
import org.stele.codebook.Group;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.codebook.Term;
import org.stele.language.Text;
import org.stele.places.Gazetteer;
import org.stele.places.Place;
import org.stele.statistics.Answer.Value;

/**
 * The values of a dimension in the order in which they are printed, and which of them are printed at zero: what the codebook and
 * the widest level of places have, and all months or days of a closed period (INC-4). "Unknown" comes last, and only where
 * something is unknown; a table of places always has it, so that its reader sees the total is whole (INC-10).
 */
final class PrintOrder {

    /** A closed period of more days or months than this is not filled up with zeros: nobody could read it. */
    private static final int LONGEST = 4_000;

    private final Codebook codebook;
    private final Gazetteer places;
    private final Period period;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** One value of an axis. */
    record Line(Value value, boolean atZero) {
    }

    private PrintOrder(Codebook codebook, Gazetteer places, Period period) {
        this.codebook = codebook;
        this.places = places;
        this.period = period;
    }

    /** @param met the values that versions have, counted in this answer or not */
    static List<Line> of(Dimension dimension, Codebook codebook, Gazetteer places, Period period, Set<String> met) {
        PrintOrder order = new PrintOrder(codebook, places, period);
        order.fill(dimension, met);
        // What is met and not listed must not get lost; unknown is last of all.
        new TreeSet<>(met).forEach(code -> order.put(code, Labels.of(code), false));
        Line unknown = order.lines.remove(Dimension.UNKNOWN);
        boolean place = dimension.axis() == Dimension.Axis.DEATH_PLACE || dimension.axis() == Dimension.Axis.ORIGIN;
        if (unknown != null || place) {
            order.put(Dimension.UNKNOWN, Labels.of(Dimension.UNKNOWN), place);
        }
        return List.copyOf(order.lines.values());
    }

    private void fill(Dimension dimension, Set<String> met) {
        switch (dimension.axis()) {
            case PARTY -> parties(dimension.level(), met);
            case OTHER_PARTY -> otherParties(met);
            case DEATH_PLACE, ORIGIN -> {
                for (Place place : places.level(dimension.level())) {
                    if (dimension.level() == 1 || met.contains(place.code())) {
                        put(place.code(), place.name(), dimension.level() == 1);
                    }
                }
            }
            case DAY, DEATH_DAY, MONTH, DEATH_MONTH, YEAR, DEATH_YEAR -> dates(dimension.axis(), met);
            case METHOD -> terms(codebook.methods());
            case WEAPON -> terms(codebook.weapons());
            case GROUP -> {
                for (Group group : codebook.groups()) {
                    put(group.code(), group.name(), true);
                }
                fixed(false, Interpretation.NO_GROUP);
            }
            case SEX -> fixed(true, "female", "male");
            case AGE_CLASS -> fixed(true, "child", "adult");
            case STATUS -> fixed(true, "civilian", "combatant");
            case RESPONSIBILITY -> fixed(true, "attributed", "joint", "undetermined");
            case STANDING -> {
                fixed(true, "counted", "received");
                codebook.exclusions().forEach(reason -> put("excluded:" + reason.code(), Labels.excluded(reason.name()), false));
            }
        }
    }

    private void parties(int level, Set<String> met) {
        Responsibility tree = new Responsibility(codebook);
        for (Party party : codebook.parties()) {
            int depth = tree.path(party.code()).size();
            boolean leaf = codebook.parties().stream().noneMatch(child -> party.code().equals(child.parent()));
            boolean valid = (party.validFrom() == null || period.to() == null || !period.to().isBefore(party.validFrom()))
                    && (party.validTo() == null || period.from() == null || !period.from().isAfter(party.validTo()));
            boolean atZero = valid && (depth == level || depth < level && leaf);
            if (depth <= level && (atZero || met.contains(party.code()))) {
                put(party.code(), party.names().brief(), atZero);
            }
        }
        List<String> order = codebook.parties().stream().map(Party::code).toList();
        met.stream().filter(code -> code.startsWith(Responsibility.JOINT)).map(code -> List.of(code.substring(Responsibility.JOINT.length()).split("\\+")))
                .sorted(Comparator.comparing((List<String> parties) -> parties.size()).thenComparing(parties -> order.indexOf(parties.getFirst()))
                        .thenComparing(parties -> order.indexOf(parties.get(1))).thenComparing(List::toString))
                .forEach(parties -> put(Responsibility.JOINT + String.join("+", parties), Labels.jointly(parties.stream().map(this::brief).toList()), false));
        fixed(true, Codebook.OTHER_PARTIES);
    }

    private Text brief(String party) {
        return codebook.party(party).map(found -> found.names().brief()).orElse(Labels.of(party));
    }

    private void otherParties(Set<String> met) {
        for (OtherCategory category : codebook.otherParties()) {
            put(category.code(), category.name(), true);
        }
        fixed(false, "not-specified", Responsibility.MAIN);
    }

    private void dates(Dimension.Axis axis, Set<String> met) {
        boolean months = axis == Dimension.Axis.MONTH || axis == Dimension.Axis.DEATH_MONTH;
        Set<String> closed = closed(axis);
        Set<String> all = new TreeSet<>(closed);
        all.addAll(met);
        all.remove(Dimension.UNKNOWN);
        all.forEach(code -> put(code, months ? Labels.month(YearMonth.parse(code)) : Labels.of(code), closed.contains(code)));
    }

    /** The dates of a closed period, if it is closed on this axis. */
    private Set<String> closed(Dimension.Axis axis) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        boolean basis = codebook.counting().dateBasis() == CountingRules.DateBasis.DOCUMENTATION;
        ChronoUnit unit = switch (axis) {
            case DAY, DEATH_DAY -> ChronoUnit.DAYS;
            case MONTH, DEATH_MONTH -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
        boolean documentation = axis == Dimension.Axis.DAY || axis == Dimension.Axis.MONTH || axis == Dimension.Axis.YEAR;
        if (from == null || to == null || basis != documentation || unit.between(from, to) > LONGEST) {
            return Set.of();
        }
        Set<String> codes = new HashSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = next(day, unit)) {
            codes.add(switch (unit) {
                case DAYS -> day.toString();
                case MONTHS -> YearMonth.from(day).toString();
                default -> day.toString().substring(0, day.toString().length() - 6);
            });
        }
        return codes;
    }

    private static LocalDate next(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case DAYS -> day.plusDays(1);
            case MONTHS -> day.plusMonths(1).withDayOfMonth(1);
            default -> LocalDate.of(day.getYear() + 1, 1, 1);
        };
    }

    private void terms(List<Term> terms) {
        terms.forEach(term -> put(term.code(), term.name(), true));
    }

    private void fixed(boolean atZero, String... codes) {
        for (String code : codes) {
            put(code, Labels.of(code), atZero);
        }
    }

    private void put(String code, Text label, boolean atZero) {
        lines.putIfAbsent(code, new Line(new Value(code, label), atZero));
    }
}
