package org.stele.messages;

import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A form that is not taken yet. Its page comes back with all that was typed, says why, and is sent once more. */
final class Held extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Why. */
    enum Why {
        /** Something in it must be put right; see the fields. */
        FIELDS(422),
        /** Sent sooner than a person can type. */
        SOON(422),
        /** Opened too long ago, or by another server. */
        OLD(422),
        /** Too many messages at the moment. */
        WAIT(429),
        /** It could not be kept. */
        FAILED(503),
        /** No form at all, or beyond all measure. */
        UNREADABLE(400),
        /** The sender has taken the message back. */
        WITHDRAWN(422);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;
    private final transient Map<String, Fault> faults;
    private final Duration wait;

    /**
     * What is wrong with a field.
     *
     * @param code  of the words that say it
     * @param limit the number in them; 0 for none
     */
    record Fault(String code, int limit) {
    }

    private Held(Why why, Map<String, Fault> faults, Duration wait) {
        super(why.code(), null, false, false);
        this.why = why;
        this.faults = new LinkedHashMap<>(faults);
        this.wait = wait;
    }

    static Held because(Why why) {
        return new Held(why, Map.of(), Duration.ZERO);
    }

    static Held fields(Map<String, Fault> faults) {
        return new Held(Why.FIELDS, faults, Duration.ZERO);
    }

    static Held until(Duration wait) {
        return new Held(Why.WAIT, Map.of(), wait);
    }

    Why why() {
        return why;
    }

    /** By field, in the order of the form. */
    Map<String, Fault> faults() {
        return faults;
    }

    /** Seconds to wait, at least one. */
    long seconds() {
        return Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
    }
}
