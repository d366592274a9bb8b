package org.stele.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.history.Change;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.Incident;
import org.stele.register.Incidents;

/**
 * The incidents that the rows of one run speak of. The first row taken in of an incident tells it: the incident is opened with what
 * that row says, and when that row says something else later, the incident follows, but for fields that somebody has corrected since.
 * What other rows say otherwise is told in the report and changes nothing. For one thread.
 */
final class IncidentBook {

    /** 2 MB of them: enough that few of a million marks are taken for another. */
    private static final int BITS = 1 << 24;

    private final Incidents incidents;
    private final ImportRuns runs;
    private final Tally tally;

    /** Incidents that this run revised, by the source's mark: rows of them that repeat themselves may no longer agree. */
    private final Map<String, Revised> revised = new HashMap<>();

    /** In a dry run, which writes none, the incidents as they would have been. */
    private final Map<String, Entry> imagined = new HashMap<>();

    /** Bits of the hashes of marks that may be in the register: new ones, which most marks of a new list are, need not be asked for. */
    private final BitSet perhaps = new BitSet();
    private boolean begun;

    IncidentBook(Incidents incidents, ImportRuns runs, Tally tally) {
        this.incidents = incidents;
        this.runs = runs;
        this.tally = tally;
    }

    /** An incident as it stands.
     *
     * @param id     absent if it is not in the register yet
     * @param number of its version */
    private record Entry(@Nullable Long id, int number, String teller, Incident incident) {
        Entry with(Incident next) {
            return new Entry(id, number, teller, next);
        }
    }

    private record Revised(Incident incident, Set<String> fields) {
    }

    /** The rows of a batch that may speak of incidents. */
    record Speaking(List<Draft.Taken> fresh, List<BatchWriter.Changed> changed, List<Draft.Taken> repeated) {

        private Collection<String> keys() {
            List<String> keys = new ArrayList<>();
            fresh.stream().map(Draft.Taken::incidentKey).forEach(keys::add);
            for (BatchWriter.Changed each : changed) {
                keys.add(each.draft().incidentKey());
                keys.add(each.before().incidentKey());
            }
            return keys.stream().filter(key -> key != null).collect(Collectors.toSet());
        }
    }

    /**
     * Brings a batch in; returns the numbers of its incidents by the source's marks.
     *
     * @param source none if the register does not know it
     * @param change none in a dry run
     */
    Map<String, Long> take(@Nullable Long source, @Nullable Change change, Speaking rows) {
        Map<String, Entry> known = known(source, rows.keys());
        Map<String, Entry> opened = opened(known, rows);
        known.putAll(opened);
        List<Revision<Incident>> revisions = revisions(known, rows.changed());
        rows.fresh().forEach(row -> compare(known, row));
        rows.changed().forEach(each -> compare(known, each.draft()));
        repeated(rows.repeated());
        if (change == null || source == null) {
            imagined.putAll(opened);
            revised.keySet().stream().filter(known::containsKey).forEach(key -> imagined.put(key, known.get(key)));
        } else {
            incidents.revise(change, revisions);
            open(change, source, opened, known);
        }
        Map<String, Long> ids = new HashMap<>();
        known.forEach((key, entry) -> {
            if (entry.id() != null) {
                ids.put(key, entry.id());
            }
        });
        return ids;
    }

    /** Looks again at rows that say what they said, in a batch that brings nothing else. */
    void repeated(List<Draft.Taken> rows) {
        for (Draft.Taken row : revised.isEmpty() ? List.<Draft.Taken>of() : rows) {
            Revised now = revised.get(row.incidentKey());
            if (now != null && row.incident() != null) {
                Disagreement.between(row.incident(), now.incident()).stream().filter(each -> now.fields().contains(each.field()))
                        .forEach(each -> tally.disagreement(row.key(), String.valueOf(row.incidentKey()), each));
            }
        }
    }

    private Map<String, Entry> known(@Nullable Long source, Collection<String> keys) {
        Map<String, Entry> known = new HashMap<>();
        Collection<String> asked = source == null ? List.of() : perhapsKnown(source, keys);
        if (!asked.isEmpty()) {
            Map<String, ImportRuns.Marked> marked = runs.incidents(source, asked);
            Map<Long, Version<Incident>> current = incidents.current(marked.values().stream().map(ImportRuns.Marked::incident).toList())
                    .stream().collect(Collectors.toMap(Version::id, version -> version));
            marked.forEach((key, mark) -> {
                Version<Incident> version = current.get(mark.incident());
                if (version == null) {
                    throw new IllegalStateException("The mark '%s' stands for incident %d, which is not in the register".formatted(key, mark.incident()));
                }
                known.put(key, new Entry(version.id(), version.number(), mark.teller(), version.record()));
            });
        }
        for (String key : imagined.isEmpty() ? List.<String>of() : keys) {
            Entry entry = imagined.get(key);
            if (entry != null) {
                known.put(key, entry);
            }
        }
        return known;
    }

    private Collection<String> perhapsKnown(long source, Collection<String> keys) {
        if (!begun) {
            begun = true;
            if (runs.marked(source)) {
                perhaps.set(0, BITS);
            }
        }
        return keys.stream().filter(key -> perhaps.get(bit(key))).toList();
    }

    private static int bit(String key) {
        int hash = key.hashCode() * 0x9e3779b9;
        return (hash ^ hash >>> 15) & BITS - 1;
    }

    private static Map<String, Entry> opened(Map<String, Entry> known, Speaking rows) {
        Map<String, Entry> opened = new LinkedHashMap<>();
        rows.fresh().forEach(row -> note(opened, known, row));
        rows.changed().forEach(each -> note(opened, known, each.draft()));
        return opened;
    }

    private static void note(Map<String, Entry> opened, Map<String, Entry> known, Draft.Taken row) {
        String key = row.incidentKey();
        Incident incident = row.incident();
        if (key != null && incident != null && !known.containsKey(key) && !opened.containsKey(key)) {
            opened.put(key, new Entry(null, 0, row.key(), incident));
        }
    }

    /** What the rows that told incidents first say otherwise now; the entries known become what they will be. */
    private List<Revision<Incident>> revisions(Map<String, Entry> known, List<BatchWriter.Changed> changed) {
        Map<Long, Revision<Incident>> revisions = new LinkedHashMap<>();
        for (BatchWriter.Changed each : changed) {
            Draft.Taken row = each.draft();
            Entry entry = known.get(row.incidentKey());
            if (entry == null || entry.id() == null || row.incident() == null || !entry.teller().equals(row.key())) {
                continue;
            }
            Incident before = row.incidentKey().equals(each.before().incidentKey()) ? each.before().incident() : null;
            Merge.Merged<Incident> merged = Merge.incident(before, row.incident(), entry.incident());
            merged.conflicts().forEach(conflict -> tally.conflict(row.key(), ImportReport.About.INCIDENT, entry.id(), conflict));
            if (!merged.finding().equals(entry.incident())) {
                revised.put(row.incidentKey(), new Revised(merged.finding(), Disagreement.fields(merged.finding(), entry.incident())));
                known.put(row.incidentKey(), entry.with(merged.finding()));
                revisions.put(entry.id(), new Revision<>(entry.id(), entry.number(), merged.finding()));
                tally.incidentsRevised++;
            }
        }
        return List.copyOf(revisions.values());
    }

    private void compare(Map<String, Entry> known, Draft.Taken row) {
        Entry entry = row.incidentKey() == null ? null : known.get(row.incidentKey());
        if (entry != null && row.incident() != null && !entry.teller().equals(row.key())) {
            Disagreement.between(row.incident(), entry.incident()).forEach(each -> tally.disagreement(row.key(), row.incidentKey(), each));
        }
    }

    private void open(Change change, long source, Map<String, Entry> opened, Map<String, Entry> known) {
        if (opened.isEmpty()) {
            return;
        }
        long id = incidents.takeIds(change, opened.size());
        incidents.open(change, id, opened.values().stream().map(Entry::incident).toList());
        List<ImportRuns.Marked> marks = new ArrayList<>(opened.size());
        for (Map.Entry<String, Entry> each : opened.entrySet()) {
            marks.add(new ImportRuns.Marked(each.getKey(), id, each.getValue().teller()));
            perhaps.set(bit(each.getKey()));
            known.put(each.getKey(), new Entry(id, 1, each.getValue().teller(), each.getValue().incident()));
            id++;
        }
        runs.mark(change, source, marks);
    }
}
