package org.stele.witnessing;

/** There is no time stamp that could be relied on; the message says why. */
public final class NotStamped extends RuntimeException {

    NotStamped(String message) {
        super(message);
    }

    NotStamped(String message, Throwable cause) {
        super(message, cause);
    }
}
