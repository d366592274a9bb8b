package org.stele.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.keys.Compartment;
import org.stele.language.Language;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.Custody.Entry;
import org.stele.vault.Deposit;
import org.stele.vault.Vault;

/**
 * Takes items in. An item is acknowledged when its bytes are forced to disk and all that is said of it is committed; whatever fails before
 * leaves nothing in the register, and the source as it was.
 */
public final class Receiving {

    private final Changes changes;
    private final Vault vault;
    private final Custody custody;
    private final Items items;
    private final ObjectProvider<Subjects> subjects;

    Receiving(Changes changes, Vault vault, Custody custody, Items items, ObjectProvider<Subjects> subjects) {
        this.changes = changes;
        this.vault = vault;
        this.custody = custody;
        this.items = items;
        this.subjects = subjects;
    }

    /**
     * Whether an item may come with what is said of it; to be asked before its bytes are sent.
     *
     * @throws Unsound naming every field that is missing or wrong
     */
    public void check(Submission submission) {
        Map<String, Fault> faults = new TreeMap<>();
        Provenance told = submission.provenance();
        if (submission.formOrGuess() == Form.PAGE) {
            if (told.url() == null) {
                faults.put("url", Fault.of("missing.url"));
            }
            if (told.captured() == null) {
                faults.put("captured", Fault.of("missing.captured"));
            }
        }
        subjects.ifAvailable(known -> {
            Map<String, ?> kinds = known.sourceKinds();
            if (!kinds.isEmpty() && !kinds.containsKey(told.sourceKind())) {
                faults.put("kind", Fault.of("no-kind", told.sourceKind(), String.join(", ", kinds.keySet())));
            }
            for (Reference each : submission.attach()) {
                if (known.label(each, Language.EN).isEmpty()) {
                    faults.put("attach", Fault.of("no-record", each.toString()));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new Unsound(faults);
        }
    }

    /**
     * Takes an item in. The same bytes again are the same item with one more provenance; the same bytes with the same provenance are known,
     * so that work broken off can simply be done again.
     *
     * @param bytes    read to their end, once; not closed
     * @param progress told the bytes taken so far
     * @throws Unsound    if too little is said of it
     * @throws OtherBytes if other bytes came than announced; that is recorded
     * @throws org.stele.vault.VaultFull if there is no room
     * @throws IOException if the bytes could not be read or kept
     */
    public Received add(Submission submission, InputStream bytes, LongConsumer progress) throws IOException {
        check(submission);
        try (Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, bytes, progress)) {
            String announced = submission.provenance().claimedSha256();
            if (announced != null && !announced.equals(deposit.sha256())) {
                changes.make(submission.by(), submission.reason(), change -> refuse(change, submission.provenance(), deposit));
                throw new OtherBytes(announced, deposit.sha256(), deposit.length());
            }
            return changes.make(submission.by(), submission.reason(), change -> register(change, submission, deposit));
        }
    }

    /** Keeps what was made from an item, as an item of its own that points to it. */
    public Received derive(Derivative made, InputStream bytes) throws IOException {
        Item original = items.current(made.original()).record();
        try (Deposit deposit = vault.deposit(Compartment.WORKING, bytes, taken -> { })) {
            return changes.make(made.by(), made.reason(), change -> {
                Blob blob = vault.register(change, deposit);
                long id = change.open(Items.ITEMS, List.of(new Item(blob.id(), made.form(), made.title(), original.confidential(), made.original(),
                        made.madeHow())));
                custody.add(change, List.of(
                        Entry.of(original.blob(), made.original(), Act.DERIVED, "item " + id + ": " + made.madeHow()),
                        Entry.of(blob.id(), id, Act.STORED, "from item " + made.original() + ", SHA-256 " + blob.sha256())));
                return new Received(id, blob.sha256(), blob.length(), false);
            });
        }
    }

    private Received register(Change change, Submission submission, Deposit deposit) {
        Blob blob = vault.register(change, deposit);
        Optional<Version<Item>> known = items.originalOf(blob);
        long id = known.map(Version::id).orElseGet(() -> change.open(Items.ITEMS, List.of(
                new Item(blob.id(), submission.formOrGuess(), submission.title(), submission.confidential(), null, null))));
        List<Entry> events = new ArrayList<>();
        String came = provenance(change, id, submission.provenance());
        events.add(Entry.of(blob.id(), id, known.isPresent() ? Act.RECEIVED_AGAIN : Act.RECEIVED, came));
        if (known.isEmpty()) {
            events.add(Entry.of(blob.id(), id, Act.STORED, blob.length() + " bytes, SHA-256 " + blob.sha256()));
        } else if (submission.confidential() && !known.get().record().confidential()) {
            // What one giver trusts us with is not less confidential because another was careless.
            change.revise(Items.ITEMS, List.of(new Revision<>(id, known.get().number(), known.get().record().asConfidential())));
            events.add(Entry.of(blob.id(), id, Act.DESCRIBED, "confidential from now on"));
        }
        for (Reference each : items.attach(change, id, submission.attach())) {
            events.add(Entry.of(blob.id(), id, Act.DESCRIBED, "attached to " + each));
        }
        custody.add(change, events);
        return new Received(id, blob.sha256(), blob.length(), known.isPresent());
    }

    private String provenance(Change change, long item, Provenance told) {
        Optional<Long> same = items.provenances(item).stream().filter(each -> each.record().equals(told)).map(Version::id).findFirst();
        return "provenance " + same.orElseGet(() -> change.open(Items.PROVENANCES, List.of(new ProvenanceRows.Row(item, told))));
    }

    private static @Nullable Void refuse(Change change, Provenance told, Deposit deposit) {
        change.append("refused_bytes", List.of("id", "change", "file_name", "claimed", "found", "length"), List.of(Arrays.asList(
                change.takeIds("refused_bytes", 1), change.number(), told.fileName(), told.claimedSha256(), deposit.sha256(), deposit.length())));
        return null;
    }
}
