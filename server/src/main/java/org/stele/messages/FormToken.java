package org.stele.messages;

import java.time.Duration;
import java.time.Instant;

/**
 * What a form carries to show that this server opened it, when, and how much work was asked for. It holds for one receipt code, so it is good
 * for one message; there is no session and no cookie.
 *
 * @param opened to the second
 * @param bits   of work asked for
 * @param text   as it stands in the form: {@code second.bits.seal}
 */
record FormToken(Receipt receipt, Instant opened, int bits, String text) {

    /** Whether it may be sent yet, or still. */
    enum Age { TOO_SOON, RIGHT, TOO_OLD }

    Age age(Instant now, FormLimits limits) {
        Duration since = Duration.between(opened, now);
        return since.compareTo(limits.soonest()) < 0 ? Age.TOO_SOON : since.compareTo(limits.latest()) > 0 ? Age.TOO_OLD : Age.RIGHT;
    }
}
