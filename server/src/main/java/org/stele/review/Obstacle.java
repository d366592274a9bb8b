package org.stele.review;

import java.util.List;

/**
 * Why a step cannot be taken.
 *
 * @param parameters what the sentence of {@code review.obstacle.<kind>} speaks of, in its order
 */
public record Obstacle(Kind kind, List<Object> parameters) {

    public Obstacle {
        parameters = List.copyOf(parameters);
    }

    static Obstacle of(Kind kind, Object... parameters) {
        return new Obstacle(kind, List.of(parameters));
    }

    /** The kinds of obstacles. */
    public enum Kind {
        /** The case stands elsewhere by now, or this step does not follow. */
        NOT_NOW,
        /** It is another person's case. */
        NOT_YOURS,
        /** It is somebody's already. */
        TAKEN,
        /** Nobody verifies what they entered, found or proposed. */
        OWN_WORK,
        /** There is no person in it. */
        NO_PERSON,
        /** A person of concern is no victim until somebody says that the person is dead. */
        NOT_KNOWN_DEAD,
        /** Too few sources that do not know of each other: person, how many there are, how many must be. */
        TOO_FEW_SOURCES,
        /** Nobody has a name for the person, and no picture stands in for it. */
        NO_PICTURE,
        /** Whether the person was a civilian is not decided. */
        STATUS_OPEN,
        /** The place of death is not on the level by which reports count. */
        NO_PLACE,
        /** The sender did not agree to verification: message. */
        NO_CONSENT,
        /** The codebook has no such reason to exclude. */
        NO_SUCH_REASON,
        /** A duplicate names the case it repeats, and that is another one. */
        NO_SUCH_CASE
    }
}
