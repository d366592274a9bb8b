package org.stele.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.codebook.Term;
import org.stele.places.Gazetteer;
import org.stele.register.Attribution;
import org.stele.statistics.Dimension.Axis;

/** Refuses a question that the codebook in force gives no meaning to: a misspelt code would else count as a quiet zero. */
final class QuestionCheck {

    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_MEASURES = 31;
    private static final Set<Axis> OF_VICTIMS_ONLY = Set.of(Axis.ORIGIN, Axis.SEX, Axis.AGE_CLASS, Axis.GROUP, Axis.STATUS, Axis.STANDING);

    private QuestionCheck() {
    }

    /** @throws IllegalArgumentException saying what is wrong and what there is */
    static void check(Question question, Codebook codebook, Gazetteer places) {
        require(question.by().size() <= MOST_DIMENSIONS, "A table has at most " + MOST_DIMENSIONS + " dimensions, not " + question.by().size());
        require(new HashSet<>(question.by()).size() == question.by().size(), "A table cannot be broken down twice by the same dimension");
        require(question.measures().size() <= MOST_MEASURES, "A question has at most " + MOST_MEASURES + " measures");
        require(new HashSet<>(question.measures()).size() == question.measures().size(), "A measure is asked twice");
        for (Measure measure : question.measures()) {
            if (measure instanceof Measure.GroupMembers(String group)) {
                List<String> groups = codebook.groups().stream().map(Group::code).toList();
                require(groups.contains(group), "The codebook " + name(codebook) + " has no group '" + group + "': it has " + groups);
            } else if (IncidentCount.counts(measure)) {
                question.by().forEach(dimension -> ofIncidents(measure, dimension));
                question.where().forEach(filter -> ofIncidents(measure, filter.dimension()));
            }
        }
        for (Filter filter : question.where()) {
            filter.values().forEach(value -> value(filter.dimension(), value, codebook, places));
        }
    }

    private static void ofIncidents(Measure measure, Dimension dimension) {
        require(!OF_VICTIMS_ONLY.contains(dimension.axis()), "The measure " + measure.code() + " counts incidents, which have no "
                + DimensionNames.fixed(dimension.axis()) + ": ask it apart, or by another dimension");
    }

    private static void value(Dimension dimension, String value, Codebook codebook, Gazetteer places) {
        if (value.equals(Dimension.UNKNOWN)) {
            return;
        }
        boolean there = switch (dimension.axis()) {
            case PARTY -> party(value, codebook);
            case OTHER_PARTY -> value.equals(Responsibility.MAIN) || value.equals(Attribution.NOT_SPECIFIED)
                    || codebook.otherParties().stream().map(OtherCategory::code).anyMatch(value::equals);
            case DEATH_PLACE, ORIGIN -> places.place(value).filter(place -> place.level() == dimension.level()).isPresent();
            case DAY, DEATH_DAY -> value.matches("\\d{4}-\\d\\d-\\d\\d") && onTheCalendar(value);
            case MONTH, DEATH_MONTH -> value.matches("\\d{4}-\\d\\d") && onTheCalendar(value + "-01");
            case YEAR, DEATH_YEAR -> value.matches("\\d{4}");
            case METHOD -> codebook.methods().stream().map(Term::code).anyMatch(value::equals);
            case WEAPON -> codebook.weapons().stream().map(Term::code).anyMatch(value::equals);
            case GROUP -> value.equals(Interpretation.NO_GROUP) || codebook.groups().stream().map(Group::code).anyMatch(value::equals);
            case SEX -> Set.of("female", "male").contains(value);
            case AGE_CLASS -> Set.of("child", "adult").contains(value);
            case STATUS -> Set.of("civilian", "combatant").contains(value);
            case RESPONSIBILITY -> Set.of("attributed", "joint", "undetermined").contains(value);
            case STANDING -> value.equals("counted") || value.equals("received") || value.startsWith("excluded:");
        };
        require(there, "'" + value + "' is no value of " + DimensionNames.fixed(dimension.axis()) + (dimension.level() > 1 ? "@" + dimension.level() : "")
                + " in the codebook " + name(codebook) + " and its places");
    }

    private static boolean party(String value, Codebook codebook) {
        if (value.startsWith(Responsibility.JOINT)) {
            // Only as it is counted: two or more, in the codebook's order.
            List<String> parts = List.of(value.substring(Responsibility.JOINT.length()).split("\\+", -1));
            return parts.size() > 1 && codebook.parties().stream().map(Party::code).filter(parts::contains).toList().equals(parts);
        }
        return value.equals(Codebook.OTHER_PARTIES) || codebook.parties().stream().map(Party::code).anyMatch(value::equals);
    }

    private static boolean onTheCalendar(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String name(Codebook codebook) {
        return codebook.code() + " " + codebook.version();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
