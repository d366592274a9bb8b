package org.stele.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stele.history.Version;

/**
 * All versions of a record side by side, the latest first.
 *
 * @param versions what stands over the columns
 * @param lines    one for each fact, those first that changed
 */
public record History(List<Version<?>> versions, List<Line> lines) {

    /** One fact through the versions. */
    public record Line(String label, List<Cell> cells, boolean changed) {
    }

    /** @param changed whether the version before said something else */
    public record Cell(String value, boolean changed) {
    }

    static <R> History of(List<Version<R>> all, Function<R, List<Fact>> facts) {
        List<Map<String, String>> states = all.stream().map(version -> byLabel(facts.apply(version.record()))).toList();
        Set<String> labels = new LinkedHashSet<>();
        states.forEach(state -> labels.addAll(state.keySet()));
        List<Line> lines = new ArrayList<>();
        for (String label : labels) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                String value = states.get(i).getOrDefault(label, "–");
                cells.add(new Cell(value, i > 0 && !value.equals(states.get(i - 1).getOrDefault(label, "–"))));
            }
            lines.add(new Line(label, cells.reversed(), cells.stream().anyMatch(Cell::changed)));
        }
        lines.sort(java.util.Comparator.comparing(line -> !line.changed()));
        return new History(List.copyOf(all.reversed()), lines);
    }

    private static Map<String, String> byLabel(List<Fact> facts) {
        Map<String, String> values = new LinkedHashMap<>();
        facts.forEach(fact -> values.put(fact.label(), fact.value()));
        return values;
    }
}
