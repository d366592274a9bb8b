package org.stele.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable state of a record.
 *
 * @param number from 1, without gaps
 * @param from   the instant from which the register held it
 * @param to     the instant at which another version took its place; absent while it is current
 * @param by     who made the change that opened it
 * @param reason why, in that person's words
 */
public record Version<R>(long id, int number, Instant from, @Nullable Instant to, String by, String reason, R record) {

    public boolean current() {
        return to == null;
    }
}
