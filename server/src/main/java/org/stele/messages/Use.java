package org.stele.messages;

import java.util.Locale;

/** What somebody who tells of a victim may allow or refuse, one by one. */
public enum Use {
    /** Check with others whether it is so. Without it nothing can be done but keep the message. */
    VERIFY,
    /** Publish the victim's name. */
    NAME,
    /** Publish details of how it happened. */
    DETAILS,
    /** Hand it to bodies of the United Nations (R15). */
    UN,
    /** Hand it to courts and investigators. */
    COURTS,
    /** Ask back. */
    CONTACT;

    /** As the database and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for another code */
    public static Use of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
