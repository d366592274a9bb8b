package org.stele.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;

/** All cells of an answer, zeros included, in print order: what is written to a file that others read on. */
final class FullTable {

    /** A table with more cells than this is written without its zeros: it would be almost nothing else. */
    private static final int LARGEST = 100_000;

    private FullTable() {
    }

    /** The rows; of an answer without dimensions the one row of totals. */
    static List<Row> rows(Answer answer) {
        if (answer.axes().isEmpty()) {
            return List.of(new Row(List.of(), answer.totals()));
        }
        long cells = 1;
        for (List<Value> axis : answer.axes()) {
            cells *= Math.max(1, axis.size());
        }
        if (cells > LARGEST) {
            return answer.rows();
        }
        Map<List<Value>, List<Long>> counted = new HashMap<>();
        answer.rows().forEach(row -> counted.put(row.key(), row.figures()));
        List<Long> zeros = Collections.nCopies(answer.totals().size(), 0L);
        List<Row> rows = new ArrayList<>();
        fill(answer, new ArrayList<>(), key -> rows.add(new Row(key, counted.getOrDefault(key, zeros))));
        return rows;
    }

    private static void fill(Answer answer, List<Value> key, java.util.function.Consumer<List<Value>> each) {
        if (key.size() == answer.axes().size()) {
            each.accept(List.copyOf(key));
            return;
        }
        for (Value value : answer.axes().get(key.size())) {
            key.add(value);
            fill(answer, key, each);
            key.removeLast();
        }
    }
}
