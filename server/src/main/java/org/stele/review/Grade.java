package org.stele.review;

import java.util.Locale;

/** How much is to be thought of a source, or of what it tells: the six grades of the Events Standard Formats, list 42. */
public enum Grade {
    HIGH, LIKELY, UNSURE, UNLIKELY, LOW, UNKNOWN;

    /** As the database and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for another code */
    public static Grade of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
