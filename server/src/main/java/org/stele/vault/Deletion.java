package org.stele.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish that the bytes of a blob be destroyed everywhere, and how far it has come.
 *
 * @param batch     the first of those that were asked for together and are decided on as one
 * @param item      number of the evidence item it was asked for; absent if it was asked for bytes alone
 * @param reason    why, in the words of who asked: the law or the judgement that demands it
 * @param agreedBy  the second person; nobody yet, if absent
 * @param due       from when on it is done
 * @param withdrawnBy who thought again; then nothing is deleted
 * @param begun     when the key was destroyed, after which nobody can read the bytes
 * @param done      when the last copy was
 */
public record Deletion(long id, long batch, @Nullable Long item, long blob, String askedBy, Instant askedAt, String reason, @Nullable String agreedBy, @Nullable Instant agreedAt,
        @Nullable Instant due, @Nullable String withdrawnBy, @Nullable Instant begun, @Nullable Instant done) {

    /** How far it has come, by one word. */
    public String stage() {
        return withdrawnBy != null ? "withdrawn" : done != null ? "done" : begun != null ? "begun" : agreedBy != null ? "agreed" : "asked";
    }
}
