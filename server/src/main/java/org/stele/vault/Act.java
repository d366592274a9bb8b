package org.stele.vault;

import java.util.Locale;

/** What may happen to an original or to a copy of it, with the code that the PREMIS vocabulary of preservation events has for it. */
public enum Act {
    /** Somebody handed it over to us. */
    RECEIVED("acc"),
    /** Its bytes became durable in the vault. */
    STORED("ing"),
    /** The same bytes came again, from the same source or another. */
    RECEIVED_AGAIN("acc"),
    /** Bytes that came were not those that the sender said: nothing was kept. */
    REFUSED("fix"),
    /** Its bytes were shown to somebody. */
    READ("dis"),
    /** Its bytes left the register as a file or a bundle. */
    EXPORTED("dis"),
    /** What is known of it, or whom it is attached to, was changed. */
    DESCRIBED("mem"),
    /** Something was made from it. */
    DERIVED("cre"),
    /** A program looked at its format and at what the file says of itself. */
    INSPECTED("val"),
    /** A copy was written to another location. */
    COPIED("rep"),
    /** It was moved from one location to another. */
    MOVED("tra"),
    /** A copy was read whole and its digest compared. */
    CHECKED("fix"),
    /** Bad bytes of a copy were set aside. */
    QUARANTINED("qua"),
    /** A copy was written anew from one that matches the log. */
    REPAIRED("rec"),
    /** Its key was wrapped by another key of the house. */
    REKEYED("enc"),
    /** Its bytes were destroyed by lawful erasure. */
    ERASED("del");

    private final String premis;

    Act(String premis) {
        this.premis = premis;
    }

    /** The three letters of https://id.loc.gov/vocabulary/preservation/eventType. */
    public String premis() {
        return premis;
    }

    /** As tables and messages write it, for example {@code received-again}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Act of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
