package org.stele.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stele.codebook.Codebook;
import org.stele.history.Moment;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;

/** Turns counts into an answer: rows in print order, axes without the values at which nothing was counted and nothing is printed. */
final class AnswerTable {

    private final Asked asked;
    private final List<Part> parts;

    /** The counts of some of the question's measures, in this order. */
    record Part(List<? extends Measure> measures, Tally tally) {
    }

    /** @param parts all of the question's measures, each in one part */
    AnswerTable(Asked asked, List<Part> parts) {
        this.asked = asked;
        this.parts = parts.stream().filter(part -> !part.measures().isEmpty()).toList();
    }

    Answer answer(Question question, Moment moment) {
        IntStream.Builder counted = IntStream.builder();
        parts.forEach(part -> part.tally().forEach(counted));
        int[] cells = counted.build().sorted().distinct().toArray();
        List<Axis> axes = asked.axes();
        boolean[][] met = axes.stream().map(axis -> new boolean[axis.lines().size()]).toArray(boolean[][]::new);
        List<Column> columns = question.measures().stream().map(this::column).toList();
        long[] sums = new long[columns.size()];
        List<Row> rows = new ArrayList<>();
        for (int cell : cells) {
            List<Long> figures = columns.stream().map(column -> column.tally().get(cell, column.at())).toList();
            if (figures.stream().allMatch(figure -> figure == 0)) {
                continue;
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += figures.get(i);
            }
            List<Value> key = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                int position = axes.get(i).position(cell);
                met[i][position] = true;
                key.add(axes.get(i).lines().get(position).value());
            }
            if (!axes.isEmpty()) {
                rows.add(new Row(List.copyOf(key), figures));
            }
        }
        List<List<Value>> printed = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            printed.add(printed(axes.get(i).lines(), met[i]));
        }
        Codebook codebook = asked.interpretation().codebook();
        return new Answer(question, moment, codebook.code() + " " + codebook.version(), List.copyOf(printed), List.copyOf(rows), totals(columns, sums));
    }

    /** Where a measure is counted. */
    private record Column(Tally tally, int at) {
    }

    private Column column(Measure measure) {
        return parts.stream().filter(part -> part.measures().contains(measure)).findFirst().map(part -> new Column(part.tally(), part.measures().indexOf(measure)))
                .orElseThrow(() -> new IllegalStateException("Nobody counted " + measure.code()));
    }

    private List<Long> totals(List<Column> columns, long[] sums) {
        if (asked.axes().stream().anyMatch(Axis::many)) {
            // Only victims have groups, and who has two is in two cells.
            return columns.stream().map(column -> column.tally().total(column.at())).toList();
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private static List<Value> printed(List<PrintOrder.Line> lines, boolean[] met) {
        List<Value> printed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (met[i] || lines.get(i).atZero()) {
                printed.add(lines.get(i).value());
            }
        }
        return List.copyOf(printed);
    }
}
