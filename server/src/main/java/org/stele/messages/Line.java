package org.stele.messages;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the conversation with a sender.
 *
 * @param by account of who asked; none for the sender
 */
public record Line(Instant at, Kind kind, @Nullable String by, String words) {

    /** Longest line that is taken, in characters. */
    public static final int LONGEST = 8_000;

    /** What a line is. */
    public enum Kind {
        /** The sender adds to what was told. */
        ADDITION,
        /** The organisation asks. */
        QUESTION,
        /** The sender answers. */
        ANSWER,
        /** The sender takes the message back. */
        WITHDRAWAL;

        /** As the database and the names of words write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
