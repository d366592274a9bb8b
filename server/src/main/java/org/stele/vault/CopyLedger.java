package org.stele.vault;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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
            states(change, batch);
            custody.add(change, batch.stream()
                    .map(line -> new Custody.Entry(line.blob(), null, line.act(), line.location(), line.good(), line.detail())).toList());
            return null;
        });
    }

    /** In order; a copy of which two things are told, as that it was bad and then mended, cannot be written twice by one statement. */
    private static void states(Change change, List<Line> batch) {
        SequencedMap<String, Line> once = new LinkedHashMap<>();
        for (Line line : batch) {
            if (line.act() != Act.QUARANTINED) {
                String copy = line.blob() + " " + line.location();
                if (once.containsKey(copy)) {
                    write(change, List.copyOf(once.values()));
                    once.clear();
                }
                once.put(copy, line);
            }
        }
        if (!once.isEmpty()) {
            write(change, List.copyOf(once.values()));
        }
    }

    /** When a copy was read is told by the clock and not by the change, whose instant stays ahead for good once a clock was ahead. */
    private static void write(Change change, List<Line> lines) {
        change.sql().sql("""
                insert into copy (blob, location, state, since, verified_at, detail)
                select blob, location, state, :at, case when state = 'held' then clock_timestamp() end, detail
                  from unnest(:blobs::bigint[], :locations::text[], :states::text[], :details::text[]) as line (blob, location, state, detail)
                on conflict (blob, location) do update set
                    since = case when copy.state = excluded.state then copy.since else excluded.since end,
                    verified_at = coalesce(excluded.verified_at, copy.verified_at), state = excluded.state, detail = excluded.detail""")
                .param("blobs", lines.stream().map(Line::blob).toArray(Long[]::new))
                .param("locations", lines.stream().map(Line::location).toArray(String[]::new))
                .param("states", lines.stream().map(line -> line.found().state().code()).toArray(String[]::new))
                .param("details", lines.stream().map(line -> line.found().words()).toArray(String[]::new))
                .param("at", change.at().atOffset(ZoneOffset.UTC)).update();
    }
}
