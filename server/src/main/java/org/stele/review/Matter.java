package org.stele.review;

import java.util.Locale;

/** What a case is about. */
public enum Matter {
    /** One or more persons killed. */
    KILLING,
    /** Persons detained or disappeared of whom nobody has said that they are dead: persons of concern, and no victims. */
    CONCERN,
    /** An error in what was published or recorded. */
    CORRECTION;

    /** As the database and addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Matter of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
