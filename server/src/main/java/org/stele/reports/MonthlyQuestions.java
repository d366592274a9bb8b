package org.stele.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Basis;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Period;
import org.stele.statistics.Question;

/** The questions of a monthly report. They follow from the codebook and the month; nobody chooses them. */
final class MonthlyQuestions {

    private static final List<Basic> PEOPLE = List.of(Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN);
    private static final List<Basic> RUN_OF_MONTHS = List.of(Basic.VICTIMS, Basic.TORTURE, Basic.LANDMINES, Basic.MASSACRES);

    /**
     * One question and how its figures are called.
     *
     * @param what     the name of the only measure where it is not the measure's own, or none
     * @param breakdown what it is broken down by, or none
     * @param suffix   closes every name
     */
    record Asking(Question question, @Nullable String what, @Nullable Breakdown breakdown, String suffix) {

        /** What a measure is called in figures' names. */
        String name(Measure measure) {
            if (what != null) {
                return what;
            }
            return switch (measure) {
                case Basic.VICTIMS -> "killed";
                case Basic.UNKNOWN -> "age-or-sex-unknown";
                case Basic.TORTURE -> "torture-deaths";
                case Basic.LANDMINES -> "landmine-deaths";
                case Basic.MASSACRE_TOLL -> "massacre-deaths";
                case Basic basic -> basic.code();
                case Measure.GroupMembers members -> members.group();
            };
        }
    }

    private final Codebook codebook;
    private final @Nullable Instant asOf;
    private final List<Asking> askings = new ArrayList<>();

    private MonthlyQuestions(Codebook codebook, @Nullable Instant asOf) {
        this.codebook = codebook;
        this.asOf = asOf;
    }

    static List<Asking> of(Codebook codebook, YearMonth month, @Nullable Instant asOf) {
        MonthlyQuestions questions = new MonthlyQuestions(codebook, asOf);
        questions.add(Period.of(month), "");
        questions.add(Period.yearTo(month), "-ytd");
        Basis basis = Basis.of(codebook.counting());
        questions.ask(RUN_OF_MONTHS, basis.month(), List.of(), Period.yearTo(month), Breakdown.MONTHS, "");
        questions.ask(PEOPLE, basis.places(), List.of(), Period.of(month), Breakdown.PLACES, "");
        questions.ask(List.of(Basic.VICTIMS), basis.places(), List.of(), Period.of(month.minusMonths(1)), Breakdown.PLACES, "-previous");
        return questions.askings;
    }

    private void add(Period period, String suffix) {
        List<Measure> all = Stream.concat(
                Stream.of(PEOPLE.stream(), Stream.of(Basic.TORTURE, Basic.LANDMINES, Basic.MASSACRES, Basic.MASSACRE_TOLL, Basic.INJURED)).flatMap(s -> s),
                codebook.groups().stream().map(Group::code).map(Measure.GroupMembers::new)).map(Measure.class::cast).toList();
        ask(all, Dimension.of(Axis.PARTY), List.of(), period, Breakdown.PARTIES, suffix);
        ask(all, Dimension.of(Axis.OTHER_PARTY), List.of(filter(Axis.PARTY, Codebook.OTHER_PARTIES)), period, Breakdown.OTHER_PARTIES, suffix);
        if (!codebook.counting().landmineWeapons().isEmpty()) {
            Filter landmines = new Filter(Dimension.of(Axis.WEAPON), codebook.counting().landmineWeapons());
            one(Basic.CHILDREN, List.of(landmines), period, "landmine-children" + suffix);
            one(Basic.WOMEN, List.of(landmines), period, "landmine-women" + suffix);
        }
        one(Basic.MASSACRE_TOLL, List.of(filter(Axis.AGE_CLASS, "child")), period, "massacre-children" + suffix);
        one(Basic.MASSACRE_TOLL, List.of(filter(Axis.AGE_CLASS, "child"), filter(Axis.SEX, "female")), period, "massacre-girls" + suffix);
        one(Basic.MASSACRE_TOLL, List.of(filter(Axis.AGE_CLASS, "adult"), filter(Axis.SEX, "female")), period, "massacre-women" + suffix);
    }

    private void one(Measure measure, List<Filter> where, Period period, String name) {
        askings.add(new Asking(new Question(List.of(measure), List.of(), where, period, asOf), name, null, ""));
    }

    private void ask(List<? extends Measure> measures, Dimension by, List<Filter> where, Period period, Breakdown breakdown, String suffix) {
        askings.add(new Asking(new Question(List.copyOf(measures), List.of(by), where, period, asOf), null, breakdown, suffix));
    }

    private static Filter filter(Axis axis, String value) {
        return new Filter(Dimension.of(axis), Set.of(value));
    }
}
