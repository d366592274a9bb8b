package org.stele.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.SaidBefore;
import org.stele.register.Statement;
import org.stele.register.Victim;

/** Writes batches of drafts, each batch in one change: when {@link #write} returns, the batch is durable. */
final class BatchWriter {

    private final Register register;
    private final Run run;
    private final Tally tally;
    private final RejectsFile rejects;
    private final EarlierReading earlier;
    private final IncidentBook incidents;

    /** What a batch is written to. */
    record Register(Changes changes, org.stele.register.Victims victims, org.stele.register.Incidents incidents,
            org.stele.register.Statements statements, ImportRuns runs) {
    }

    /**
     * The run a batch belongs to.
     *
     * @param source none in a dry run of a source that the register does not know
     * @param before what the source had said before, among which rows are looked for; none if the register does not know it
     */
    record Run(long id, @Nullable Long source, @Nullable SaidBefore before, boolean dryRun, String file, String by) {
    }

    BatchWriter(Register register, Run run, Tally tally, RejectsFile rejects, EarlierReading earlier) {
        this.register = register;
        this.run = run;
        this.tally = tally;
        this.rejects = rejects;
        this.earlier = earlier;
        this.incidents = new IncidentBook(register.incidents(), register.runs(), tally);
    }

    /**
     * A row that says something else than the statement before it.
     *
     * @param victim whom that statement is about
     * @param before what the row meant then
     */
    record Changed(Draft.Taken draft, long victim, EarlierReading.Meant before) {
    }

    /** The drafts of a batch by what is to be done with them. */
    private record Sorted(List<Draft.Taken> fresh, List<Changed> changed, List<Draft.Taken> repeated, List<Draft.Rejected> rejected) {
        IncidentBook.Speaking speaking() {
            return new IncidentBook.Speaking(fresh, changed, repeated);
        }
    }

    void write(List<Draft> drafts) throws IOException {
        Sorted sorted = sort(drafts);
        for (Draft.Rejected each : sorted.rejected()) {
            tally.reject(each);
            rejects.add(each);
        }
        tally.added += sorted.fresh().size();
        tally.changed += sorted.changed().size();
        Long source = run.source();
        if (run.dryRun() || source == null) {
            merged(sorted.changed(), incidents.take(source, null, sorted.speaking()));
        } else if (sorted.fresh().isEmpty() && sorted.changed().isEmpty()) {
            register.runs().reject(source, run.id(), sorted.rejected());
            incidents.repeated(sorted.repeated());
        } else {
            // Its number, not the file's name: a reader who may not know a confidential source sees the reason of every change.
            register.changes().make(run.by(), "import no. " + run.id(), change -> {
                write(change, source, sorted);
                return null;
            });
        }
    }

    private Sorted sort(List<Draft> drafts) {
        Sorted sorted = new Sorted(new ArrayList<>(drafts.size()), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Statement> known = run.before() == null ? Map.of() : run.before().last(
                drafts.stream().filter(draft -> draft instanceof Draft.Taken).map(Draft::key).toList());
        for (Draft draft : drafts) {
            switch (draft) {
                case Draft.Rejected rejected -> sorted.rejected().add(rejected);
                case Draft.Repeated _ -> tally.repeated++;
                case Draft.Taken taken -> {
                    Statement before = known.get(taken.key());
                    if (before == null) {
                        sorted.fresh().add(taken);
                    } else if (before.isErased()) {
                        // What was lawfully erased does not come back with the next list.
                        tally.repeated++;
                    } else {
                        sort(taken, before, sorted);
                    }
                }
            }
        }
        return sorted;
    }

    private void sort(Draft.Taken taken, Statement before, Sorted sorted) {
        Map<String, String> cells = before.words().equals(taken.words()) ? null : RowWords.cells(before.words());
        if (before.words().equals(taken.words()) || (cells != null && cells.equals(RowWords.cells(taken.words())))) {
            tally.repeated++;
            sorted.repeated().add(taken);
        } else {
            sorted.changed().add(new Changed(taken, before.victim(), cells == null ? EarlierReading.Meant.NOTHING : earlier.of(cells)));
        }
    }

    private void write(Change change, long source, Sorted sorted) {
        Map<String, Long> incidentIds = incidents.take(source, change, sorted.speaking());
        long firstVictim = register.victims().takeIds(change, sorted.fresh().size());
        long statement = register.statements().takeIds(change, sorted.fresh().size() + sorted.changed().size());
        List<Victim> opened = new ArrayList<>(sorted.fresh().size());
        List<Statement> statements = new ArrayList<>(sorted.fresh().size() + sorted.changed().size());
        for (Draft.Taken draft : sorted.fresh()) {
            statements.add(statement(change, statement++, source, firstVictim + opened.size(), draft));
            opened.add(withIncident(draft.victim(), draft.incidentKey(), incidentIds));
        }
        for (Changed each : sorted.changed()) {
            statements.add(statement(change, statement++, source, each.victim(), each.draft()));
        }
        if (!opened.isEmpty()) {
            register.victims().open(change, firstVictim, opened);
        }
        register.victims().revise(change, merged(sorted.changed(), incidentIds));
        register.statements().add(change, statements);
        register.runs().reject(source, run.id(), sorted.rejected());
    }

    private Statement statement(Change change, long id, long source, long victim, Draft.Taken draft) {
        return new Statement(id, source, victim, null, change.at(), run.file() + ", line " + draft.row().line(), draft.key(), draft.words());
    }

    private List<Revision<Victim>> merged(List<Changed> changed, Map<String, Long> incidentIds) {
        Map<Long, Version<Victim>> current = register.victims().current(changed.stream().map(Changed::victim).toList())
                .stream().collect(Collectors.toMap(Version::id, version -> version));
        Map<Long, Revision<Victim>> revisions = new LinkedHashMap<>();
        for (Changed each : changed) {
            Version<Victim> finding = current.get(each.victim());
            if (finding == null) {
                throw new IllegalStateException("Statement '%s' is about victim %d, who is not in the register".formatted(each.draft().key(), each.victim()));
            }
            Victim before = each.before().victim() == null ? null : withIncident(each.before().victim(), each.before().incidentKey(), incidentIds);
            Victim now = withIncident(each.draft().victim(), each.draft().incidentKey(), incidentIds);
            // Two rows can be about one person; the second meets what the first has left.
            Victim held = revisions.containsKey(each.victim()) ? revisions.get(each.victim()).next() : finding.record();
            Merge.Merged<Victim> merged = Merge.victim(before, now, held);
            merged.conflicts().forEach(conflict -> tally.conflict(each.draft().key(), ImportReport.About.VICTIM, finding.id(), conflict));
            if (!merged.finding().equals(held)) {
                revisions.put(finding.id(), new Revision<>(finding.id(), finding.number(), merged.finding()));
            }
        }
        return List.copyOf(revisions.values());
    }

    private static Victim withIncident(Victim victim, @Nullable String key, Map<String, Long> ids) {
        Long incident = key == null ? null : ids.get(key);
        return incident == null ? victim : new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), victim.status(),
                victim.statusReason(), victim.groups(), victim.work(), victim.death(), victim.deathPlace(), victim.origin(), victim.method(),
                victim.weapon(), incident, victim.attribution(), victim.custody(), victim.notable());
    }
}
