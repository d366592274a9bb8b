package org.stele.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/** The figures that open the demonstration: its month, its year up to then, and what the register held in the middle of the month. */
public final class Headline {

    /** The month that the demonstration reports on. */
    public static final YearMonth MONTH = YearMonth.of(2020, 11);

    /** When that month was complete in the register: the report's as-of instant. */
    public static final Instant REPORTED = Instant.parse("2020-12-01T00:00:00Z");

    private static final List<Measure> COLUMNS = List.of(Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.TORTURE);
    private static final List<Measure> SUMS = List.of(Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.TORTURE, Basic.MASSACRES, Basic.LANDMINES);

    private final Statistics statistics;

    public Headline(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Lines for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name(MONTH) + ", as the register knew it on " + REPORTED + " (synthetic: the people are invented, the sums are the published ones)");
        lines.add("");
        lines.add("  %-58s %8s %8s %8s %8s %8s".formatted("", "killed", "children", "women", "men", "torture"));
        Answer parties = ask(COLUMNS, Axis.PARTY, List.of());
        Answer others = ask(COLUMNS, Axis.OTHER_PARTY, List.of(new Filter(Dimension.of(Axis.PARTY), Set.of(Codebook.OTHER_PARTIES))));
        for (Answer.Value party : parties.axes().getFirst()) {
            lines.add(row("", party, parties));
            if (party.code().equals(Codebook.OTHER_PARTIES)) {
                others.rows().forEach(other -> lines.add(row("  – ", other.key().getFirst(), others)));
            }
        }
        lines.add("  %-58s %,8d %,8d %,8d %,8d %,8d".formatted(label("Total", parties.totals())));
        lines.add("");
        lines.add("  %-58s %8s %8s %8s %8s %9s %9s".formatted("", "killed", "children", "women", "torture", "massacres", "landmines"));
        lines.add(sums(name(MONTH), Period.of(MONTH)));
        lines.add(sums("1 January to " + MONTH.atEndOfMonth().getDayOfMonth() + " " + name(MONTH), Period.yearTo(MONTH)));
        lines.add("");
        lines.add(between());
        return lines;
    }

    /** The same ten days, as known then and as known at the month's end. */
    private String between() {
        LocalDate tenth = MONTH.atDay(10);
        Period days = new Period(MONTH.atDay(1), tenth);
        long then = statistics.answer(new Question(List.of(Basic.VICTIMS), List.of(), List.of(), days, Instant.parse(tenth.plusDays(1) + "T00:00:00Z"))).total(Basic.VICTIMS);
        long later = statistics.answer(new Question(List.of(Basic.VICTIMS), List.of(), List.of(), days, REPORTED)).total(Basic.VICTIMS);
        return "  The first ten days of " + name(MONTH) + " counted " + then + " that evening and " + later + " at the month's end: nothing is overwritten.";
    }

    private String sums(String what, Period period) {
        return "  %-58s %,8d %,8d %,8d %,8d %,9d %,9d".formatted(label(what, statistics.answer(new Question(SUMS, List.of(), List.of(), period, REPORTED)).totals()));
    }

    private static Object[] label(String what, List<Long> figures) {
        List<Object> cells = new ArrayList<>(figures);
        cells.addFirst(what);
        return cells.toArray();
    }

    private static String row(String mark, Answer.Value value, Answer answer) {
        return "  %-58s %,8d %,8d %,8d %,8d %,8d".formatted(label(mark + value.label().en(),
                COLUMNS.stream().map(measure -> answer.cell(measure, value.code())).toList()));
    }

    private Answer ask(List<Measure> measures, Axis by, List<Filter> where) {
        return statistics.answer(new Question(measures, List.of(Dimension.of(by)), where, Period.of(MONTH), REPORTED));
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
