package org.stele.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that one administrator asked for and another must agree to.
 *
 * @param role the role asked for; a new way in, if absent
 */
public record AccountRequest(long number, String account, @Nullable Role role, String askedBy, Instant askedAt, String reason) {

    /** After so long it must be asked for anew: who asked may have forgotten why. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    /** Whether somebody may agree: neither who asked, nor whom it is about, and not too late. */
    public boolean mayBeAgreedBy(String administrator, Instant now) {
        return !administrator.equals(askedBy) && !administrator.equals(account) && !now.isAfter(askedAt.plus(GOOD_FOR));
    }
}
