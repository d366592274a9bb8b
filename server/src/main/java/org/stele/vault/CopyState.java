package org.stele.vault;

import java.util.Locale;

/** What is known of one copy. */
public enum CopyState {
    /** All its bytes were read back and are right. */
    HELD,
    /** It is not there. */
    MISSING,
    /** Its bytes are others. */
    DAMAGED,
    /** The location fails when its bytes are read. */
    UNREADABLE;

    /** As tables and messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CopyState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
