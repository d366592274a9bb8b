package org.stele.messages;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Holds off floods without knowing who sends. Browsers that run our script do some work for each message and so pass in a broad lane; the
 * work grows as the lane fills. Who runs no script – Tor Browser at its safest – passes in a narrower lane of its own, which no flood of workers
 * can fill.
 */
final class Flood {

    /** Of an hour's messages, how many may come at once: one in ten. */
    private static final double AT_ONCE = 0.1;

    /** What a full lane adds to the work: 256 times as much. */
    private static final int MORE_BITS = 8;

    private final int bits;
    private final Allowance plain;
    private final Allowance worked;
    private final Allowance bytes;

    Flood(FormLimits limits, InstantSource clock) {
        this.bits = limits.workBits();
        this.plain = new Allowance(Math.max(1, limits.plainPerHour() * AT_ONCE), limits.plainPerHour(), clock);
        this.worked = new Allowance(Math.max(1, limits.workedPerHour() * AT_ONCE), limits.workedPerHour(), clock);
        this.bytes = new Allowance(limits.bytesPerHour(), limits.bytesPerHour(), clock);
    }

    /** The work to be asked for with a form that is opened now. */
    int bits() {
        return bits + (int) Math.floor(worked.used() * MORE_BITS);
    }

    /**
     * Lets one message in.
     *
     * @return zero, or how long its sender has to wait
     */
    Duration enter(boolean hasWorked) {
        Allowance lane = hasWorked ? worked : plain;
        return lane.take(1) ? Duration.ZERO : lane.until(1);
    }

    /** How long until files are taken again; zero if they are now. */
    Duration untilFiles() {
        return bytes.until(1);
    }

    void read(long count) {
        bytes.spend(count);
    }
}
