package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.document.Span;
import org.stele.document.Table;
import org.stele.document.Table.Cell;
import org.stele.document.Table.Column;
import org.stele.document.Table.Group;
import org.stele.document.Table.Row;
import org.stele.language.Dates;
import org.stele.language.Numbers;
import org.stele.reports.Figures.Breakdown;
import org.stele.register.CountRange;
import org.stele.statistics.Answer;

/** The report's tables. They print every party of the codebook's version, at zero too (INC-4), and have a column for what is not known. */
final class Tables {

    private static List<String> counts(Writing writing) {
        List<String> counts = List.of("killed", "children", "women", "men", "age-or-sex-unknown", "torture-deaths");
        return writing.codebook().counting().tortureMethods().isEmpty() ? counts.subList(0, 5) : counts;
    }

    private Tables() {
    }

    /** @param marked puts the mark of a part before its title */
    static Table parties(Writing writing, String source, BiFunction<Integer, String, String> marked) {
        List<Row> main = new ArrayList<>();
        List<Row> other = new ArrayList<>();
        for (Answer.Value party : writing.figures().values(Breakdown.PARTIES)) {
            if (!party.code().equals("other") && Charts.shown(writing, party)) {
                main.add(counts(writing, party.label().in(writing.language()), Breakdown.PARTIES, party.code(), false));
            }
        }
        for (Answer.Value category : writing.figures().values(Breakdown.OTHER_PARTIES)) {
            other.add(counts(writing, category.label().in(writing.language()), Breakdown.OTHER_PARTIES, category.code(), false));
        }
        other.add(counts(writing, HouseWording.otherParties(writing), Breakdown.PARTIES, "other", true));
        List<Column> columns = new ArrayList<>(List.of(Column.words(head(writing, "party"))));
        counts(writing).forEach(what -> columns.add(number(writing, switch (what) {
            case "age-or-sex-unknown" -> "unknown";
            case "torture-deaths" -> "torture";
            default -> what;
        })));
        return new Table("table-parties", writing.fill("table-parties", Map.of("subject", writing.part("subject-month", Map.of()))), columns,
                List.of(new Group(marked.apply(0, writing.fill("section-main-parties", Map.of())), main), new Group(marked.apply(1, writing.fill("section-other-parties", Map.of())), other)),
                counts(writing, writing.fill("total", Map.of()), null, "", true), source);
    }

    private static Row counts(Writing writing, String name, @Nullable Breakdown breakdown, String code, boolean strong) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(strong ? Span.strong(name) : Span.plain(name)));
        for (String what : counts(writing)) {
            Figure figure = breakdown == null ? writing.figure(what) : writing.figures().of(what, breakdown, code);
            Span number = new Span.FigureReference(Numbers.numerals(figure.value()), writing.addresses().apply(figure));
            cells.add(Cell.of(strong ? new Span.Strong(List.of(number)) : number));
        }
        return new Row(cells);
    }

    /** Every massacre counted (INC-6). */
    static Table massacres(Writing writing, Ground ground, String source) {
        List<Row> rows = ground.massacres().stream().map(massacre -> Row.of(
                Cell.of(String.valueOf(massacre.id())),
                Cell.of(massacre.incident().occurred().known() ? date(writing, massacre) : writing.fill("place-unknown", Map.of())),
                Cell.of(place(writing, ground, massacre)),
                Cell.of(MassacreNarrative.party(writing, massacre.incident().attribution())),
                Cell.of(Numbers.numerals(massacre.killed())), Cell.of(Numbers.numerals(massacre.children())), Cell.of(Numbers.numerals(massacre.women())),
                Cell.of(new Span.LeftToRight(range(writing, massacre.incident().injured()))))).toList();
        List<Column> columns = List.of(new Column(head(writing, "incident"), Table.Align.START, 0.9), new Column(head(writing, "date"), Table.Align.START, 2),
                new Column(head(writing, "place"), Table.Align.START, 3), new Column(head(writing, "party"), Table.Align.START, 2.4), number(writing, "killed"),
                number(writing, "children"), number(writing, "women"), number(writing, "injured"));
        return new Table("table-massacres", writing.fill("table-massacres", Map.of()), columns, List.of(new Group("", rows)), null, source);
    }

    private static String date(Writing writing, Massacre massacre) {
        var occurred = massacre.incident().occurred();
        return occurred.from() != null && occurred.from().equals(occurred.to()) ? Dates.day(occurred.from(), writing.language()) : Wheres.when(writing, occurred);
    }

    private static String place(Writing writing, Ground ground, Massacre massacre) {
        String place = Wheres.place(writing, ground.places(), massacre.incident().place());
        return place.isEmpty() ? writing.fill("place-unknown", Map.of()) : place;
    }

    private static String range(Writing writing, CountRange range) {
        Integer max = range.max();
        return max == null ? writing.part("at-least", Map.of("from", Numbers.numerals(range.min())))
                : max == range.min() ? Numbers.numerals(max)
                : writing.part("range", Map.of("from", Numbers.numerals(range.min()), "to", Numbers.numerals(max)));
    }

    /** The figures printed, with the questions that give them. */
    static Table figures(Writing writing, List<Figure> printed, Function<Figure, String> questions) {
        List<Row> rows = printed.stream().map(figure -> Row.of(
                Cell.of(new Span.LeftToRight(figure.name())),
                Cell.of(new Span.FigureReference(Numbers.numerals(figure.value()), writing.addresses().apply(figure))),
                Cell.of(new Span.LeftToRight(questions.apply(figure).replace("&", " & "))))).toList();
        List<Column> columns = List.of(new Column(head(writing, "figure"), Table.Align.START, 3), number(writing, "value"),
                new Column(head(writing, "question"), Table.Align.START, 5));
        return new Table("table-figures", writing.fill("table-figures", Map.of()), columns, List.of(new Group("", rows)), null, "");
    }

    private static Column number(Writing writing, String name) {
        return Column.numbers(head(writing, name));
    }

    private static String head(Writing writing, String name) {
        return writing.fill("column-" + name, Map.of());
    }
}
