package org.stele.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One dimension of a question: its values in print order, and what each code of its field adds to the number of a cell. */
final class Axis {

    private final Dimension dimension;
    private final List<PrintOrder.Line> lines;
    private final int stride;
    private final Field field;
    private final int[] steps;
    private final int[][] manySteps;

    /** @param stride how many cells lie between one value and the next */
    Axis(Dimension dimension, List<PrintOrder.Line> lines, int stride, Field field, Meaning meaning, int codes) {
        this.dimension = dimension;
        this.lines = List.copyOf(lines);
        this.stride = stride;
        this.field = field;
        Map<String, Integer> positions = new HashMap<>();
        lines.forEach(line -> positions.put(line.value().code(), positions.size()));
        // Codes that the question does not accept may have no place on the axis; no row that is counted bears them.
        int[] places = meaning.values().stream().mapToInt(value -> stride * positions.getOrDefault(value, 0)).toArray();
        this.steps = new int[codes];
        this.manySteps = new int[many() ? codes : 0][];
        for (int code = 0; code < codes; code++) {
            int[] values = meaning.of()[code];
            steps[code] = places[values[0]];
            if (many()) {
                manySteps[code] = java.util.Arrays.stream(values).map(value -> places[value]).toArray();
            }
        }
    }

    /** Whether a version may have several values here. */
    boolean many() {
        return dimension.axis() == Dimension.Axis.GROUP;
    }

    List<PrintOrder.Line> lines() {
        return lines;
    }

    Field field() {
        return field;
    }

    int[] steps() {
        return steps;
    }

    int[][] manySteps() {
        return manySteps;
    }

    /** Position of a cell's value on this axis. */
    int position(int cell) {
        return cell / stride % lines.size();
    }
}
