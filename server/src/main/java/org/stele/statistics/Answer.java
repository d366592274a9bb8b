package org.stele.statistics;

import java.util.List;
import org.stele.history.Moment;
import org.stele.language.Text;

/**
 * The answer to a question: a table that says what it counts and as of when.
 *
 * @param question the question with everything resolved: asked again, it gives the same answer for ever
 * @param moment   the settled moment it was answered as of
 * @param codebook code and version of the codebook whose rules were applied
 * @param axes     the values of each dimension, in print order, with their labels; main parties and other codebook values appear at
 *                 zero too, and "unknown" only where something is unknown
 * @param rows     one row for each combination of values with something counted, in print order
 * @param totals   each measure over everything asked, counted once
 */
public record Answer(Question question, Moment moment, String codebook, List<List<Value>> axes, List<Row> rows, List<Long> totals) {

    /** One value of a dimension. */
    public record Value(String code, Text label) {
    }

    /** One combination of values and its figures, in the order of the question's measures. */
    public record Row(List<Value> key, List<Long> figures) {
    }

    /** The figure of a cell; zero where nothing was counted. */
    public long cell(Measure measure, String... key) {
        int column = question.measures().indexOf(measure);
        if (column < 0 || key.length != question.by().size()) {
            throw new IllegalArgumentException("The question has no cell " + measure + " " + List.of(key));
        }
        List<String> wanted = List.of(key);
        return rows.stream().filter(row -> row.key().stream().map(Value::code).toList().equals(wanted))
                .findFirst().map(row -> row.figures().get(column)).orElse(0L);
    }

    /** The figure of a question without dimensions, or the total of one with some. */
    public long total(Measure measure) {
        return totals.get(question.measures().indexOf(measure));
    }
}
