package org.stele.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every code of a field's dictionary means along a dimension.
 *
 * @param values the distinct values met
 * @param of     for each code, the positions of its values: one, and for groups one or more
 */
record Meaning(List<String> values, int[][] of) {

    static Meaning of(Interpretation interpretation, Dimension dimension, Dictionary.Values dictionary) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> values = new ArrayList<>();
        int[][] of = new int[dictionary.size()][];
        // Most codes mean the same as some other one: they share the array.
        Map<List<String>, int[]> shared = new HashMap<>();
        for (int code = 0; code < dictionary.size(); code++) {
            of[code] = shared.computeIfAbsent(interpretation.values(dimension, dictionary.all()[code]), met -> met.stream().mapToInt(value ->
                    positions.computeIfAbsent(value, added -> {
                        values.add(added);
                        return values.size() - 1;
                    })).toArray());
        }
        return new Meaning(List.copyOf(values), of);
    }

    /** How many codes it knows. */
    int size() {
        return of.length;
    }
}
