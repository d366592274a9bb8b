package org.stele.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the rows. For one thread. */
final class Tally {

    /** Conflicts, disagreements and reasons listed one by one; beyond that only counted. */
    private static final int MOST = 1000;

    long added;
    long changed;
    long repeated;
    long rejected;
    long conflictCount;
    final List<ImportReport.Conflict> conflicts = new ArrayList<>();
    final List<String> sourceRevised = new ArrayList<>();
    long incidentsRevised;
    long disagreementCount;
    final List<ImportReport.Disagreement> disagreements = new ArrayList<>();
    private final Map<Reason, Long> reasons = new LinkedHashMap<>();

    void reject(Draft.Rejected draft) {
        rejected++;
        for (Reason reason : draft.reasons()) {
            Reason counted = reasons.containsKey(reason) || reasons.size() < MOST ? reason : new Reason(reason.column(), "", reason.what(), reason.remedy());
            reasons.merge(counted, 1L, Long::sum);
        }
    }

    void conflict(String key, ImportReport.About about, long id, Merge.Conflict conflict) {
        conflictCount++;
        if (conflicts.size() < MOST) {
            conflicts.add(new ImportReport.Conflict(key, about, id, conflict.field(), conflict.before(), conflict.now(), conflict.kept()));
        }
    }

    void disagreement(String key, String incident, Disagreement disagreement) {
        disagreementCount++;
        if (disagreements.size() < MOST) {
            disagreements.add(new ImportReport.Disagreement(key, incident, disagreement.field(),
                    Told.of(disagreement.said()), Told.of(disagreement.held())));
        }
    }

    /** Most frequent first. */
    List<ImportReport.ReasonCount> reasons() {
        return reasons.entrySet().stream().map(each -> new ImportReport.ReasonCount(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong((ImportReport.ReasonCount count) -> -count.rows())).toList();
    }
}
