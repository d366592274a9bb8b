package org.stele.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stele.publication.Sheet.Cell;
import org.stele.publication.Sheet.Row;
import org.stele.statistics.Answer;
import org.stele.statistics.Answer.Value;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Names;
import org.stele.statistics.Question;

/** Makes tables of answers. Sums are asked, not added: every number on a page has a question of its own. */
final class Sheets {

    private final View view;

    Sheets(View view) {
        this.view = view;
    }

    /** One dimension down, measures across. A column that is zero throughout and only says "unknown" is left out. */
    Sheet measures(Answer answer, String caption) {
        Question question = answer.question();
        List<Measure> shown = question.measures().stream().filter(measure -> measure != Basic.UNKNOWN || answer.total(measure) > 0).toList();
        List<Row> rows = new ArrayList<>();
        for (Value value : answer.axes().getFirst()) {
            rows.add(row(answer, shown, view.page().say(value.label()), value.code()));
        }
        boolean parts = question.by().getFirst().axis() != Axis.GROUP;
        return new Sheet(caption, head(question), shown.stream().map(this::name).toList(), rows,
                parts ? row(answer, shown, view.page().say("publication.total")) : null);
    }

    /** Two dimensions, one measure. */
    Sheet crossed(Answer answer, String caption) {
        Question question = answer.question();
        Measure measure = question.measures().getFirst();
        Answer down = view.ask(List.of(measure), question.by().subList(0, 1), question.where(), question.period());
        Answer across = view.ask(List.of(measure), question.by().subList(1, 2), question.where(), question.period());
        List<Value> columns = answer.axes().get(1);
        List<Row> rows = new ArrayList<>();
        for (Value value : answer.axes().getFirst()) {
            List<Cell> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(answer, measure, value.code(), column.code())));
            cells.add(cell(down, measure, value.code()));
            rows.add(new Row(view.page().say(value.label()), cells));
        }
        List<Cell> totals = new ArrayList<>();
        columns.forEach(column -> totals.add(cell(across, measure, column.code())));
        totals.add(cell(answer, measure));
        List<String> heads = new ArrayList<>(columns.stream().map(column -> view.page().say(column.label())).toList());
        heads.add(view.page().say("publication.total"));
        return new Sheet(caption, head(question), heads, rows, new Row(view.page().say("publication.total"), totals));
    }

    private Row row(Answer answer, List<Measure> measures, String label, String... key) {
        return new Row(label, measures.stream().map(measure -> cell(answer, measure, key)).toList());
    }

    private Cell cell(Answer answer, Measure measure, String... key) {
        long figure = key.length == 0 ? answer.total(measure) : answer.cell(measure, key);
        return new Cell(figure, figure == 0 ? null : view.list(answer.question(), measure, Arrays.asList(key)));
    }

    private String head(Question question) {
        return view.page().say(new Names(view.codebook()).dimension(question.by().getFirst()));
    }

    /** What a measure is called over a column. Whether only civilians count is the codebook's matter: here they are people. */
    String name(Measure measure) {
        return measure == Basic.VICTIMS ? view.page().say("publication.killed") : view.page().say(new Names(view.codebook()).measure(measure));
    }
}
