package org.stele.bench.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing done in turns with its baseline, so that what else the machine does falls on both.
 *
 * @param baseline seconds of each turn
 * @param measured seconds of each turn
 */
record Pair(List<Double> baseline, List<Double> measured) {

    /** What is timed; it makes ready before the clock runs. */
    interface Work {
        /** What to do by the clock. */
        Timed ready() throws Exception;
    }

    /** Done by the clock. */
    interface Timed {
        void run() throws Exception;
    }

    /** Does things in turns with one baseline; one pair for each thing measured. */
    static List<Pair> of(int turns, Work baseline, Work... measured) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < measured.length; n++) {
            pairs.add(new Pair(new ArrayList<>(), new ArrayList<>()));
        }
        for (int turn = 0; turn < turns; turn++) {
            // First and last in turns: what a machine below this one remembers helps whoever comes later.
            boolean first = turn % 2 == 0;
            double before = first ? seconds(baseline) : 0;
            List<Double> taken = new ArrayList<>();
            for (Work each : measured) {
                taken.add(seconds(each));
            }
            double base = first ? before : seconds(baseline);
            for (int n = 0; n < measured.length; n++) {
                pairs.get(n).baseline.add(base);
                pairs.get(n).measured.add(taken.get(n));
            }
        }
        return pairs;
    }

    private static double seconds(Work work) throws Exception {
        Timed timed = work.ready();
        long start = System.nanoTime();
        timed.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** A row: MiB/s of both from their median turns, what part of the baseline is reached, and in which span that lay from turn to turn. */
    String row(String what, long bytes) {
        List<Double> parts = new ArrayList<>();
        for (int n = 0; n < baseline.size(); n++) {
            parts.add(100 * baseline.get(n) / measured.get(n));
        }
        parts.sort(null);
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | **%.0f %%** | %.0f–%.0f %% | %.1f |", what, bytes / median(baseline) / (1 << 20),
                bytes / median(measured) / (1 << 20), median(parts), parts.getFirst(), parts.getLast(), Machine.load());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    static final String HEAD = "|---|---:|---:|---:|---:|---:|";
}
