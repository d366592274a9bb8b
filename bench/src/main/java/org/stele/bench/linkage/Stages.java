package org.stele.bench.linkage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Wall time by stage. */
final class Stages {

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Ends a stage. */
    void stage(String name) {
        long now = System.nanoTime();
        seconds.put(name, (now - last) / 1e9);
        last = now;
    }

    double seconds(String name) {
        return seconds.get(name);
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public String toString() {
        return seconds.entrySet().stream().map(stage -> String.format(Locale.ROOT, "%s %.2f s", stage.getKey(), stage.getValue())).collect(Collectors.joining(", "));
    }
}
