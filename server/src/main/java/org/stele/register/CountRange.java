package org.stele.register;

import org.jspecify.annotations.Nullable;

/** A number of people known to lie between two bounds; no upper bound where only "at least" is known. */
public record CountRange(int min, @Nullable Integer max) {

    public static final CountRange NONE = new CountRange(0, 0);

    public CountRange {
        if (min < 0 || (max != null && max < min)) {
            throw new IllegalArgumentException("A count from %d to %s is none".formatted(min, max));
        }
    }
}
