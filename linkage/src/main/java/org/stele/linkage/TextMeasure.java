package org.stele.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;

/**
 * Text, by steps from equal to other: a step is a key both values share (a skeleton, a folded form) or a Jaro–Winkler similarity reached.
 * The first step that holds is the level.
 */
public final class TextMeasure implements Measure {

    private sealed interface Step {
        record Key(Function<String, String> key) implements Step { }

        record Similar(double least) implements Step { }
    }

    private final List<Step> steps;
    private final List<String> names;

    private TextMeasure(List<Step> steps, List<String> names) {
        this.steps = List.copyOf(steps);
        this.names = List.copyOf(names);
    }

    /** Equal or other, until steps are added. */
    public static TextMeasure equal() {
        return new TextMeasure(List.of(), List.of("equal", "other"));
    }

    /** Equal, then each similarity (best first), then other. */
    public static TextMeasure similar(double... atLeast) {
        TextMeasure measure = equal();
        for (double least : atLeast) {
            measure = measure.thenSimilar(least);
        }
        return measure;
    }

    /** A further level below those so far: the values share a key; an empty key is shared with nobody. */
    public TextMeasure thenKey(String name, Function<String, String> key) {
        return with(name, new Step.Key(key));
    }

    /** A further level below those so far: a Jaro–Winkler similarity of at least this. */
    public TextMeasure thenSimilar(double least) {
        if (least <= 0 || least > 1) {
            throw new IllegalArgumentException("A similarity lies above 0 and up to 1, not at " + least);
        }
        return with("similar by " + least, new Step.Similar(least));
    }

    private TextMeasure with(String name, Step step) {
        var moreSteps = new ArrayList<>(steps);
        moreSteps.add(step);
        var moreNames = new ArrayList<>(names);
        moreNames.add(names.size() - 1, name);
        return new TextMeasure(moreSteps, moreNames);
    }

    @Override
    public List<String> levels() {
        return names;
    }

    @Override
    public Agreement over(String[] values) {
        int[][] keys = new int[steps.size()][];
        double[] least = new double[steps.size()];
        for (int i = 0; i < keys.length; i++) {
            switch (steps.get(i)) {
                case Step.Key(var key) -> keys[i] = numbered(values, key);
                case Step.Similar(double similarity) -> least[i] = similarity;
            }
        }
        return new Texts(values, keys, least);
    }

    /** The same number for the same key; −1 − i, which nobody shares, for an empty one. */
    private static int[] numbered(String[] values, Function<String, String> key) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            String text = key.apply(values[i]);
            result[i] = text.isEmpty() ? -1 - i : numbers.computeIfAbsent(text, k -> numbers.size());
        }
        return result;
    }

    /** A cache of 2^16 pairs spares most computations: names repeat. A slot is one long, so no reader sees half of it. */
    private static final class Texts implements Agreement {

        private static final int SLOTS = 1 << 16;
        /** Bits of a slot for each code; longer dictionaries go uncached beyond it. */
        private static final int CODE_BITS = 29;

        private final int[][] keys;
        private final double[] least;
        private final char[][] letters;
        private final long[] summaries;
        private final AtomicLongArray cache = new AtomicLongArray(SLOTS);

        private Texts(String[] values, int[][] keys, double[] least) {
            this.keys = keys;
            this.least = least;
            letters = new char[values.length][];
            summaries = new long[values.length];
            for (int i = 0; i < values.length; i++) {
                letters[i] = values[i].toCharArray();
                summaries[i] = JaroWinkler.summary(letters[i]);
            }
        }

        @Override
        public int level(int a, int b) {
            int best = atBest(a, b);
            if (best == keys.length + 1 || keys[best - 1] != null) {
                return best;
            }
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            if (high >>> CODE_BITS != 0) {
                return computed(low, high, best);
            }
            long pair = (long) low << CODE_BITS | high;
            int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 48);
            long cached = cache.getOpaque(slot);
            if (cached >>> 6 == pair && (cached & 63) != 0) {
                return (int) (cached & 63);
            }
            int level = computed(low, high, best);
            if (level < 64) {
                cache.setOpaque(slot, pair << 6 | level);
            }
            return level;
        }

        private int computed(int a, int b, int from) {
            double similarity = JaroWinkler.of(letters[a], letters[b]);
            for (int step = from - 1; step < keys.length; step++) {
                if (keys[step] != null ? keys[step][a] == keys[step][b] : similarity >= least[step]) {
                    return step + 1;
                }
            }
            return keys.length + 1;
        }

        @Override
        public void atBest(int a, int[] codes, int[] rows, int count, byte[] best) {
            for (int i = 0; i < count; i++) {
                int b = codes[rows[i]];
                best[i] = (byte) (b < 0 ? -1 : b == a ? 0 : atBest(a, b));
            }
        }

        @Override
        public int atBest(int a, int b) {
            double most = -1;
            for (int step = 0; step < keys.length; step++) {
                int[] key = keys[step];
                if (key != null) {
                    if (key[a] == key[b]) {
                        return step + 1;
                    }
                } else {
                    most = most < 0 ? JaroWinkler.atMost(summaries[a], summaries[b]) : most;
                    if (most >= least[step]) {
                        return step + 1;
                    }
                }
            }
            return keys.length + 1;
        }
    }
}
