package org.stele.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Counts what a round does, and shows it while it is done. */
final class CopyTally {
    private static final int MOST_TROUBLES = 1_000;

    private final CopyProgress progress;
    private final SequencedMap<String, CopyReport.Work> work = new LinkedHashMap<>();
    private final Map<String, Integer> lies = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();

    CopyTally(CopyProgress progress) {
        this.progress = progress;
    }

    synchronized CopyReport.Work of(OpenLocation at) {
        return work.getOrDefault(at.name(), new CopyReport.Work(0, 0, 0, 0, 0));
    }

    synchronized void moved(OpenLocation at, long bytes) {
        add(at, 0, 0, 0, bytes, 0);
    }

    void checked(OpenLocation at) {
        add(at, 0, 0, 1, 0, 0);
    }

    void written(OpenLocation at, Act act) {
        add(at, act == Act.REPAIRED ? 0 : 1, act == Act.REPAIRED ? 1 : 0, 0, 0, 0);
    }

    void bad(OpenLocation at) {
        add(at, 0, 0, 0, 0, 1);
    }

    synchronized void lied(OpenLocation at) {
        lies.merge(at.name(), 1, Integer::sum);
    }

    synchronized int lies(OpenLocation at) {
        return lies.getOrDefault(at.name(), 0);
    }

    synchronized void trouble(String words) {
        if (troubles.size() < MOST_TROUBLES && !troubles.contains(words)) {
            troubles.add(words);
        }
    }

    private synchronized void add(OpenLocation at, long copied, long repaired, long checked, long bytes, long bad) {
        CopyReport.Work before = of(at);
        CopyReport.Work after = new CopyReport.Work(before.copied() + copied, before.repaired() + repaired, before.checked() + checked,
                before.bytes() + bytes, before.bad() + bad);
        work.put(at.name(), after);
        progress.at(at.name(), after);
    }

    synchronized CopyReport report(SequencedMap<String, String> away) {
        return new CopyReport(new LinkedHashMap<>(work), away, List.copyOf(troubles));
    }
}
