package org.stele.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.history.Changes;

/**
 * Keeps as many copies of every blob as the plan wants: writes them, reads them again in turn, and mends what went bad. What a location
 * says is believed only after its bytes were read back. One process works at a time.
 */
public final class Copies {
    /** So many copies are read out of turn at each location and round: a schedule alone can be guessed, by programs and by people. */
    private static final int SAMPLES = 5;

    private final DataSource source;
    private final Changes changes;
    private final Custody custody;
    private final CopyPlan plan;
    private final CopyTable table;
    private final Opening opening;
    private final Patience patience;
    private final Deletions deletions;
    private final Duration probing;
    private final Map<String, Instant> probed = new ConcurrentHashMap<>();

    /**
     * @param environment where credentials that the plan names by a variable are found
     * @param patience    how long a location may move nothing
     * @param probing     stores are tried again after so long
     */
    public Copies(DataSource source, Changes changes, Custody custody, Folder main, CopyPlan plan, Map<String, String> environment, Duration patience,
            Duration probing) {
        this.source = source;
        this.changes = changes;
        this.custody = custody;
        this.plan = plan;
        this.table = new CopyTable(source);
        this.patience = new Patience(patience);
        this.probing = probing;
        this.deletions = new Deletions(source, changes, custody, plan);
        this.opening = new Opening(plan, main, table, environment, this.patience);
    }

    public CopyPlan plan() {
        return plan;
    }

    /** Deletions asked for and agreed to. */
    public Deletions deletions() {
        return deletions;
    }

    /**
     * Writes every copy that is lacking at a location that can be reached, and mends every copy known to be bad. Destroys what two persons
     * agreed to delete and whose days are over.
     *
     * @param only the location to work on; all, if absent
     * @param by   who has it done
     * @throws Refusal if there is no such location, or if another process is at it
     */
    public CopyReport replicate(@Nullable String only, String by, String reason, CopyProgress progress) {
        return fill(only, CopyTable.Lacking.ALL, by, reason, progress);
    }

    /** The same for copies that were never tried: what went bad or failed is tried again by {@link #check}, and not every minute. */
    CopyReport replicateNew(String by, String reason) {
        return fill(null, CopyTable.Lacking.NEW, by, reason, CopyProgress.NONE);
    }

    private CopyReport fill(@Nullable String only, CopyTable.Lacking which, String by, String reason, CopyProgress progress) {
        List<Deletion> due = deletions.due();
        due.forEach(deletions::begin);
        CopyReport report = work(only, by, reason, progress, List.of((round, at) -> round.delete(at, due, deletions), (round, at) -> round.fill(at, which)));
        due.forEach(deletions::endIfAllGone);
        return report;
    }

    /**
     * Reads copies whole that are due, the longest ago first, and mends those found bad.
     *
     * @param only     the location to work on; all, if absent
     * @param all      every copy, not only those that are due
     * @param longest  stop after so long, though some be left
     */
    public CopyReport check(@Nullable String only, boolean all, Duration longest, String by, String reason, CopyProgress progress) {
        Instant now = table.now();
        // A location is begun early enough that the last copy is read in time though the program rests at night and at weekends.
        return work(only, by, reason, progress, List.of(
                (round, at) -> round.check(at, all ? now : now.minus(Duration.ofHours(plan.daysBetweenChecks(at.planned()) * 16L)), longest,
                        all ? 0 : SAMPLES),
                // What was found bad at one location while another was mended from it.
                (round, at) -> round.fill(at, CopyTable.Lacking.BAD)));
    }

    private interface Step {
        void on(CopyRound round, OpenLocation at);
    }

    private CopyReport work(@Nullable String only, String by, String reason, CopyProgress progress, List<Step> steps) {
        if (only != null) {
            planned(only);
        }
        try (CopyTurn turn = CopyTurn.take(source)) {
            CopyTally tally = new CopyTally(progress);
            List<OpenLocation> locations = opening.all();
            try {
                probe(locations, tally);
                CopyRound round = new CopyRound(table, opening, patience, locations, new CopyLedger(changes, custody, by, reason), tally);
                for (Step step : steps) {
                    locations.stream().filter(at -> only == null || at.name().equals(only)).forEach(at -> step.on(round, at));
                }
                return tally.report(away(locations, only, tally));
            } finally {
                locations.stream().filter(OpenLocation::isOpen).forEach(each -> Opening.close(each.location()));
            }
        }
    }

    private void probe(List<OpenLocation> locations, CopyTally tally) {
        for (OpenLocation at : locations) {
            Instant now = Instant.now();
            if (at.isHere() && at.location() instanceof Bucket bucket && !now.isBefore(probed.getOrDefault(at.name(), Instant.MIN).plus(probing))) {
                try {
                    List<String> findings = patience.with(at.name(), moved -> StoreProbe.of(bucket)).stream()
                            .filter(each -> !at.planned().tolerated().contains(each.claim())).map(StoreProbe.Finding::words).toList();
                    table.findings(at.name(), findings);
                    probed.put(at.name(), now);
                    findings.forEach(each -> tally.trouble("the store '" + at.name() + "' " + each));
                } catch (java.io.IOException e) {
                    table.away(at.name(), String.valueOf(e.getMessage()));
                    at.lose(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private SequencedMap<String, String> away(List<OpenLocation> locations, @Nullable String only, CopyTally tally) {
        SequencedMap<String, String> away = new LinkedHashMap<>();
        for (OpenLocation each : locations) {
            each.whyAway().ifPresent(why -> {
                away.put(each.name(), why);
                if (!each.planned().offline() || each.name().equals(only)) {
                    tally.trouble(each.name() + " is away: " + why);
                }
            });
        }
        return away;
    }

    /** The copies of one blob, as last known. */
    public List<CopyView> of(long blob) {
        return table.of(blob);
    }

    /** Where everything stands. Reads the database only, no location. */
    public CopyStatus status() {
        return CopyStatus.of(source, plan);
    }

    /**
     * Makes a location ready by hand: a disk before its first use, any location that was replaced by an empty one.
     *
     * @param replaced whether it takes the place of one that is lost
     * @return how many copies are to be written anew
     * @throws Refusal if it cannot be
     */
    public int prepare(String name, boolean replaced) {
        opening.prepare(planned(name), replaced);
        return replaced ? table.emptied(name) : 0;
    }

    private PlannedLocation planned(String name) {
        return plan.location(name).orElseThrow(() -> new Refusal("There is no location '" + name + "' in the plan. It knows "
                + String.join(", ", plan.locations().stream().map(PlannedLocation::name).toList()) + "."));
    }
}
