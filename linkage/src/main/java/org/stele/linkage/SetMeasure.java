package org.stele.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several values at once, separated by {@link Records#SEPARATOR}: the groups a person belonged to, or the places of origin and of death where
 * one list gives the one and another the other. Levels: the same values; all of one among the other's; some in common; other.
 */
public final class SetMeasure implements Measure {

    private static final int WITHIN = 1;
    private static final int SOME = 2;
    private static final int OTHER = 3;

    @Override
    public List<String> levels() {
        return List.of("equal", "all of one", "some in common", "other");
    }

    @Override
    public Agreement over(String[] values) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] sets = new int[values.length][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = Arrays.stream(values[i].split(String.valueOf(Records.SEPARATOR))).map(String::strip).filter(value -> !value.isEmpty())
                    .mapToInt(value -> numbers.computeIfAbsent(value, v -> numbers.size())).sorted().distinct().toArray();
        }
        return (a, b) -> {
            int common = common(sets[a], sets[b]);
            int fewer = Math.min(sets[a].length, sets[b].length);
            // The same values in another order are "all of one": only equal texts are equal.
            return common == 0 ? OTHER : common == fewer ? WITHIN : SOME;
        };
    }

    private static int common(int[] a, int[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length;) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
