package org.stele.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of backups without looking at any: what is planned, what was done last, what failed last.
 *
 * @param plan   what the running or last server was told to do by itself; absent if nothing
 * @param last   the last backup, however it came about
 * @param lastPlanned the last that the schedule wrote
 * @param failed the last failure of the schedule, if nothing succeeded since
 */
public record BackupState(@Nullable Plan plan, @Nullable Done last, @Nullable Done lastPlanned, @Nullable Failed failed) {
    static final BackupState NOTHING = new BackupState(null, null, null, null);
    /** A backup written by hand is old news after so long. */
    private static final Duration MONTH = Duration.ofDays(31);
    /** Waits after a failure, unless backups are wanted more often. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /**
     * @param every a backup is owed each time so much time has passed
     * @param to where
     * @param keep how many stay; 0 for all
     * @param since when it was first told so
     */
    public record Plan(Duration every, String to, int keep, Instant since) {
        boolean isLike(Plan other) {
            return every.equals(other.every) && to.equals(other.to);
        }
    }

    /** A backup that was written and read back. */
    public record Done(Instant at, String place, String name, double seconds) {
    }

    /** A backup that was due and did not come about. */
    public record Failed(Instant at, String why) {
    }

    /** When the next one is owed; nothing where none is planned. */
    public Optional<Instant> due() {
        return Optional.ofNullable(plan).map(planned -> lastPlanned == null ? planned.since() : lastPlanned.at().plus(planned.every()));
    }

    /** Whether one is to be written now: it is owed, and not a moment after a failure. */
    boolean isToBeWritten(Instant now) {
        return plan != null && due().filter(at -> !now.isBefore(at)).isPresent()
                && (failed == null || !now.isBefore(failed.at().plus(plan.every().compareTo(AGAIN) < 0 ? plan.every() : AGAIN)));
    }

    /** Whether one is owed for longer than its writing explains: half as long again as between two of them. */
    public boolean isOverdue(Instant now) {
        return plan != null && due().orElseThrow().plus(plan.every().dividedBy(2)).isBefore(now);
    }

    /** Whether somebody has to look after backups: one is overdue or failed; or none is planned, and the last by hand is a month old. */
    public boolean needsSomebody(Instant now) {
        return failed != null || (plan == null ? last != null && last.at().plus(MONTH).isBefore(now) : isOverdue(now));
    }

    /** In a sentence for people. */
    public String words(Instant now) {
        String said = last == null ? "none was written yet" : "the last on " + last.at() + " to " + last.place();
        String planned = plan == null ? "; none is planned (stele.backup.every)" : "; every " + plan.every() + " to " + plan.to()
                + (plan.keep() > 0 ? ", " + plan.keep() + " stay" : "");
        return said + planned + (isOverdue(now) ? "; OVERDUE since " + due().orElseThrow() : "") + (failed == null ? "" : "; FAILED on "
                + failed.at() + ": " + failed.why());
    }
}
