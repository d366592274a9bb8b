package org.stele.keys;

import java.util.Locale;

/** What is locked away together: each compartment has keys of its own, so that one that is opened opens no other. */
public enum Compartment {
    /** Who told: the identity of sources and witnesses. */
    SOURCES,
    /** Originals of evidence as they came in. */
    CONFIDENTIAL,
    /** What was made from originals for work: stills, texts, redacted copies. */
    WORKING,
    /** What may be shown to anyone; encrypted at rest all the same. */
    PUBLIC;

    /** As it is written in files and tables: {@code sources}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no compartment has that code; names those there are */
    public static Compartment of(String code) {
        for (Compartment each : values()) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("There is no compartment '" + code + "': there are sources, confidential, working and public");
    }
}
