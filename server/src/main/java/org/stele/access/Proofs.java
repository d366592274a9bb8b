package org.stele.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * By what somebody has shown who they are since they signed in, and when by each for the last time. A further proof is added to those
 * before and takes none of them away.
 *
 * @param began when the first was given
 */
record Proofs(Instant began, Map<Proof, Instant> at) implements Serializable {

    /** So long a proof by device lets do what asks for a fresh one (ASVS 5.0, 7.5.3; NIST SP 800-63B leaves the time to us). */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** After so long anybody signs in anew, however busy: a working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    Proofs {
        at = Collections.unmodifiableMap(new EnumMap<>(at));
    }

    static Proofs of(Proof first, Instant at) {
        return new Proofs(at, Map.of(first, at));
    }

    Proofs and(Proof more, Instant when) {
        Map<Proof, Instant> all = new EnumMap<>(at);
        all.put(more, when);
        return new Proofs(began, all);
    }

    /** Whether these let in: a passkey, or a password with a code. */
    boolean areEnough() {
        return at.containsKey(Proof.PASSKEY) || at.containsKey(Proof.PASSWORD) && at.containsKey(Proof.CODE);
    }

    /** Whether the person's device was at hand a moment ago. A password alone does not tell that. */
    boolean areFresh(Instant now) {
        return areEnough() && (isFresh(Proof.PASSKEY, now) || isFresh(Proof.CODE, now));
    }

    private boolean isFresh(Proof proof, Instant now) {
        return at.containsKey(proof) && !at.get(proof).plus(FRESH).isBefore(now);
    }

    boolean haveRunOut(Instant now) {
        return began.plus(LONGEST).isBefore(now);
    }
}
