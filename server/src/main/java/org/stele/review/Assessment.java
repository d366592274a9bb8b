package org.stele.review;

import org.jspecify.annotations.Nullable;

/**
 * What a researcher thinks of one message as a source.
 *
 * @param reliability of the source
 * @param credibility of what it tells
 * @param restsOn     id of the message of the source that it has it from, so that the two are one source
 */
public record Assessment(long message, Grade reliability, Grade credibility, @Nullable Long restsOn) {

    static Assessment none(long message) {
        return new Assessment(message, Grade.UNKNOWN, Grade.UNKNOWN, null);
    }

    /** Whether it can bear a finding at all. */
    boolean usable() {
        return reliability != Grade.LOW && credibility != Grade.LOW;
    }
}
