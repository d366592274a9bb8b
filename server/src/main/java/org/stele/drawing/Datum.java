package org.stele.drawing;

import org.jspecify.annotations.Nullable;

/** One counted number.
 *  @param count never negative; zero is drawn as a written 0
 *  @param link where the list behind the number is read; null where there is none */
public record Datum(long count, @Nullable String link) {
    public Datum {
        if (count < 0) {
            throw new IllegalArgumentException("A count is never negative: " + count);
        }
    }

    public static Datum of(long count) {
        return new Datum(count, null);
    }
}
