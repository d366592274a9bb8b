package org.stele.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what was computed for a text, up to a number of texts: the columns of a list repeat themselves. For one thread. */
final class Remembered<T> {

    /** Of texts; a few MB at most. Beyond it, texts hardly repeat. */
    private static final int MOST = 50_000;

    /** In characters; longer texts hardly repeat either. */
    private static final int LONGEST = 200;

    private final Map<String, T> known = new HashMap<>();
    private final Function<String, T> compute;

    Remembered(Function<String, T> compute) {
        this.compute = compute;
    }

    T of(String text) {
        T value = known.get(text);
        if (value == null) {
            value = compute.apply(text);
            if (known.size() < MOST && text.length() <= LONGEST) {
                known.put(text, value);
            }
        }
        return value;
    }
}
