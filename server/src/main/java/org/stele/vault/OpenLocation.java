package org.stele.vault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A location during one round of work: reached, or away. Once away it stays so until the next round. */
final class OpenLocation {
    private final PlannedLocation planned;
    private final @Nullable Location location;
    private @Nullable String away;

    private OpenLocation(PlannedLocation planned, @Nullable Location location, @Nullable String away) {
        this.planned = planned;
        this.location = location;
        this.away = away;
    }

    static OpenLocation here(PlannedLocation planned, Location location) {
        return new OpenLocation(planned, location, null);
    }

    static OpenLocation away(PlannedLocation planned, String why) {
        return new OpenLocation(planned, null, why);
    }

    PlannedLocation planned() {
        return planned;
    }

    String name() {
        return planned.name();
    }

    boolean isHere() {
        return away == null;
    }

    /** Whether there is something to close. */
    boolean isOpen() {
        return location != null;
    }

    Optional<String> whyAway() {
        return Optional.ofNullable(away);
    }

    void lose(String why) {
        away = why;
    }

    /** @throws IllegalStateException if it is away */
    Location location() {
        if (location == null) {
            throw new IllegalStateException(name() + " is away: " + away);
        }
        return location;
    }
}
