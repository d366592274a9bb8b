package org.stele.vault;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.stele.history.Change;
import org.stele.history.Changes;

/**
 * Writes down what was found and done, in small batches: the state of each copy and the event in its chain of custody in one change.
 * What was not written down when the power went is found again by the next round.
 */
final class CopyLedger {
    private static final int BATCH = 200;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Changes changes;
    private final Custody custody;
    private final String by;
    private final String reason;
    private final List<Line> lines = new ArrayList<>();
    private long oldest;

    CopyLedger(Changes changes, Custody custody, String by, String reason) {
        this.changes = changes;
        this.custody = custody;
        this.by = by;
        this.reason = reason;
    }

    private record Line(long blob, String location, Found found, Act act, String detail) {
        /** Setting bad bytes aside is done well when it is done; every other act when the copy is right after it. */
        boolean good() {
            return act == Act.QUARANTINED || found.right();
        }
    }

    /** An act on a copy, and what the copy is after it. */
    void add(Blob blob, String location, Act act, Found found, String detail) {
        Line line = new Line(blob.id(), location, found, act, detail.isEmpty() ? found.words() : detail);
        if (lines.isEmpty()) {
            oldest = System.nanoTime();
        }
        lines.add(line);
        if (lines.size() >= BATCH || System.nanoTime() - oldest > LONGEST.toNanos()) {
            flush();
        }
    }

    /** Makes durable what was added. */
    void flush() {
        if (lines.isEmpty()) {
            return;
        }
        List<Line> batch = List.copyOf(lines);
        lines.clear();
        changes.make(by, reason, change -> {
            batch.forEach(line -> state(change, line));
            custody.add(change, batch.stream()
                    .map(line -> new Custody.Entry(line.blob(), null, line.act(), line.location(), line.good(), line.detail())).toList());
            return null;
        });
    }

    /** When a copy was read is told by the clock and not by the change, whose instant stays ahead for good once a clock was ahead. */
    private static void state(Change change, Line line) {
        if (line.act() == Act.QUARANTINED) {
            return;
        }
        OffsetDateTime at = change.at().atOffset(ZoneOffset.UTC);
        change.sql().sql("""
                insert into copy (blob, location, state, since, verified_at, detail)
                values (:blob, :location, :state, :at, case when :state = 'held' then clock_timestamp() end, :detail)
                on conflict (blob, location) do update set
                    since = case when copy.state = excluded.state then copy.since else excluded.since end,
                    verified_at = coalesce(excluded.verified_at, copy.verified_at), state = excluded.state, detail = excluded.detail""")
                .param("blob", line.blob()).param("location", line.location()).param("state", line.found().state().code())
                .param("at", at).param("detail", line.found().words()).update();
    }
}
