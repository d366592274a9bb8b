package org.stele.messages;

import java.util.Locale;

/**
 * What the sender of a message said about one use.
 *
 * @param message id of the message
 */
public record Consent(long message, Use use, State state) {

    /** Not having been asked is no state: then there is no record, and no consent. */
    public enum State {
        GIVEN, REFUSED, WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
