package org.stele.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one thing done many times, in milliseconds. */
public record Times(double[] sorted) {

    /** Work that is timed. */
    public interface Work {
        void run() throws Exception;
    }

    /** Does the work {@code warm} times unwatched, then {@code runs} times by the clock. */
    public static Times of(int warm, int runs, Work work) throws Exception {
        for (int i = 0; i < warm; i++) {
            work.run();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new Times(times);
    }

    public double median() {
        return at(0.5);
    }

    public double p95() {
        return at(0.95);
    }

    /** The smallest time that a share of all did not exceed. */
    public double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms", median(), p95());
    }
}
