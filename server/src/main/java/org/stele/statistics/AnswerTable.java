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
    private final List<Measure> ofVictims;
    private final Tally victims;
    private final List<Measure.Basic> ofIncidents;
    private final Tally incidents;

    AnswerTable(Asked asked, List<Measure> ofVictims, Tally victims, List<Measure.Basic> ofIncidents, Tally incidents) {
        this.asked = asked;
        this.ofVictims = ofVictims;
        this.victims = victims;
        this.ofIncidents = ofIncidents;
        this.incidents = incidents;
    }

    Answer answer(Question question, Moment moment) {
        IntStream.Builder counted = IntStream.builder();
        victims.forEach(counted);
        incidents.forEach(counted);
        int[] cells = counted.build().sorted().distinct().toArray();
        List<Axis> axes = asked.axes();
        boolean[][] met = axes.stream().map(axis -> new boolean[axis.lines().size()]).toArray(boolean[][]::new);
        long[] sums = new long[question.measures().size()];
        List<Row> rows = new ArrayList<>();
        for (int cell : cells) {
            List<Long> figures = question.measures().stream().map(measure -> figure(measure, cell)).toList();
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
        return new Answer(question, moment, codebook.code() + " " + codebook.version(), List.copyOf(printed), List.copyOf(rows), totals(question, sums));
    }

    private long figure(Measure measure, int cell) {
        int ofVictim = ofVictims.indexOf(measure);
        return ofVictim >= 0 ? victims.get(cell, ofVictim) : incidents.get(cell, ofIncidents.indexOf(measure));
    }

    private List<Long> totals(Question question, long[] sums) {
        if (asked.axes().stream().anyMatch(Axis::many)) {
            // Only victims have groups.
            return question.measures().stream().map(measure -> victims.total(ofVictims.indexOf(measure))).toList();
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
