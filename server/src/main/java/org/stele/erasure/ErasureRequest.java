package org.stele.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that somebody asked for, and how far it has come.
 *
 * @param ground      the law, the judgement or the wish that demands it
 * @param confirmedBy the second person; nobody yet, if absent
 * @param change      number of the change that erased
 * @param withdrawnBy who thought again; then nothing was erased
 */
public record ErasureRequest(long id, Subject subject, String ground, String askedBy, Instant askedAt, @Nullable String confirmedBy,
        @Nullable Instant confirmedAt, @Nullable Long change, @Nullable String withdrawnBy) {

    /** How far it has come, by one word. */
    public String stage() {
        return confirmedBy != null ? "erased" : withdrawnBy != null ? "withdrawn" : "asked";
    }
}
