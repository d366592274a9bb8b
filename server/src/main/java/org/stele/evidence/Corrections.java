package org.stele.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.vault.Act;
import org.stele.vault.Custody;

/** Corrects what was told of where an item came from: a new version with who and why; the one before stays for everyone to see. */
public final class Corrections {

    private final Changes changes;
    private final Versions versions;
    private final Custody custody;
    private final Items items;
    private final Receiving receiving;

    Corrections(Changes changes, Versions versions, Custody custody, Items items, Receiving receiving) {
        this.changes = changes;
        this.versions = versions;
        this.custody = custody;
        this.items = items;
        this.receiving = receiving;
    }

    /** The provenance of an item as it is now.
     *  @throws Unsound if the item has none of that number */
    public Version<Provenance> current(long item, long provenance) {
        Optional<Version<Provenance>> found = items.provenances(item).stream().filter(each -> each.id() == provenance).findFirst();
        return found.orElseThrow(() -> new Unsound(Map.of("provenance", Fault.of("no-provenance", Long.toString(provenance)))));
    }

    /** What was said before, the latest first; empty where nothing was corrected. */
    public List<Version<Provenance>> before(long provenance) {
        return versions.all(Items.PROVENANCES, provenance).reversed().stream().skip(1).map(each -> new Version<>(each.id(), each.number(), each.from(), each.to(),
                each.by(), each.reason(), each.record().provenance())).toList();
    }

    /**
     * Corrects a provenance. What its giver called the file and the digest told beforehand stay: they are facts of the receipt.
     *
     * @param expected number of the version that the correction was decided on
     * @param fields   all of them as they are to be, named as {@link Provenance#of} names them
     * @throws Unsound naming every field that is missing or wrong, also where nothing is other than before, or another was faster
     */
    public void correct(long item, long provenance, int expected, Map<String, String> fields, String by, String reason) {
        Item of = items.current(item).record();
        Provenance now = current(item, provenance).record();
        if (reason.isBlank()) {
            throw new Unsound(Map.of("reason", Fault.of("missing.reason")));
        }
        Provenance next = Provenance.of(fields, now.fileName()).announced(now.claimedSha256());
        receiving.check(new Submission(next, of.form(), of.title(), of.confidential(), List.of(), by, reason));
        if (next.equals(now)) {
            throw new Unsound(Map.of("reason", Fault.of("same")));
        }
        try {
            changes.make(by, reason.strip(), change -> {
                change.revise(Items.PROVENANCES, List.of(new Revision<>(provenance, expected, new ProvenanceRows.Row(item, next))));
                return custody.add(change, Custody.Entry.of(of.blob(), item, Act.DESCRIBED, "correction of provenance " + provenance));
            });
        } catch (StaleVersion e) {
            throw new Unsound(Map.of("reason", Fault.of("changed-meanwhile")));
        }
    }
}
