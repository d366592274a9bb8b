package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers (ages, counts) by their distance: equal, within each bound, other. What is not a number agrees only with itself. */
public final class NumberMeasure implements Measure {

    private final double[] bounds;

    private NumberMeasure(double... bounds) {
        this.bounds = bounds;
    }

    /** Levels for differences of at most each bound, smallest first. */
    public static NumberMeasure within(double... bounds) {
        return new NumberMeasure(bounds.clone());
    }

    @Override
    public List<String> levels() {
        var levels = new ArrayList<>(List.of("equal"));
        Arrays.stream(bounds).forEach(bound -> levels.add("within " + (bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound))));
        levels.add("other");
        return levels;
    }

    @Override
    public Agreement over(String[] values) {
        double[] numbers = new double[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(values[i]);
        }
        return (a, b) -> {
            double distance = Math.abs(numbers[a] - numbers[b]);
            for (int i = 0; i < bounds.length; i++) {
                if (distance <= bounds[i]) {
                    return i + 1;
                }
            }
            return bounds.length + 1;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
