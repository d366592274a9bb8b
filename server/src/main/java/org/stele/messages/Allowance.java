package org.stele.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * So much at once, and so much an hour after that, for all senders together: whom it comes from is neither known nor kept. In memory; a
 * restart begins with all of it.
 */
final class Allowance {

    private static final double HOUR = Duration.ofHours(1).toNanos();

    /** What is missing by less than this is missing by rounding alone: who waited as long as told must not be told to wait again. */
    private static final double ROUNDING = 1e-6;

    private final double most;
    private final double perHour;
    private final InstantSource clock;
    private double left;
    private Instant seen;

    /** @param most what may be taken at once after a time of rest */
    Allowance(double most, double perHour, InstantSource clock) {
        this.most = most;
        this.perHour = perHour;
        this.clock = clock;
        this.left = most;
        this.seen = clock.instant();
    }

    /** Takes an amount, or nothing if there is not so much. */
    synchronized boolean take(double amount) {
        refill();
        if (left < amount - ROUNDING) {
            return false;
        }
        left -= amount;
        return true;
    }

    /** Takes what is being used already, even beyond what there is: the next has to wait for it. */
    synchronized void spend(double amount) {
        refill();
        left -= amount;
    }

    /** How long until an amount is there; zero if it is now. */
    synchronized Duration until(double amount) {
        refill();
        return left >= amount - ROUNDING ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((amount - left) / perHour * HOUR));
    }

    /** How much of it is used: 0 for none, 1 for all. */
    synchronized double used() {
        refill();
        return Math.clamp(1 - left / most, 0, 1);
    }

    /** A clock that was set back gives nothing, and takes nothing away. */
    private void refill() {
        Instant now = clock.instant();
        if (now.isAfter(seen)) {
            left = Math.min(most, left + Duration.between(seen, now).toNanos() / HOUR * perHour);
        }
        seen = now;
    }
}
