package org.stele.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.language.Language;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.Custody.Entry;
import org.stele.vault.Deposit;
import org.stele.vault.Vault;
import org.stele.vault.VaultClosed;
import org.stele.vault.VaultFull;

/**
 * Takes items in. An item is acknowledged when its bytes are forced to disk and all that is said of it is committed; whatever fails before
 * leaves nothing in the register, and the source as it was.
 */
public final class Receiving {

    private final Changes changes;
    private final Vault vault;
    private final Custody custody;
    private final Items items;
    private final Registering registering;
    private final ObjectProvider<Subjects> subjects;

    Receiving(Changes changes, Vault vault, Custody custody, Items items, ObjectProvider<Subjects> subjects) {
        this.changes = changes;
        this.vault = vault;
        this.custody = custody;
        this.items = items;
        this.registering = new Registering(vault, custody, items);
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
     * @throws VaultFull  if there is no room
     * @throws IOException if the bytes could not be read or kept
     */
    public Received add(Submission submission, InputStream bytes, LongConsumer progress) throws IOException {
        check(submission);
        try (Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, bytes, progress)) {
            Registering.Arrival arrival = new Registering.Arrival(submission, deposit);
            if (arrival.isOther()) {
                changes.make(submission.by(), submission.reason(), change -> {
                    registering.refuse(change, arrival);
                    return null;
                });
                throw new OtherBytes(arrival);
            }
            return changes.make(submission.by(), submission.reason(), change -> registering.on(change, List.of(arrival)).getFirst());
        }
    }

    /**
     * Takes many in, several side by side. As each is durable and committed, it is told, in the order in which they are given; those that
     * are small share a change. One that fails leaves the others alone.
     *
     * @param all      all made by the same person for the same reason
     * @param progress told the bytes taken so far of all of them, by one thread at a time
     * @param told     what became of each
     * @throws Unsound   if too little is said of one; then none is taken in
     * @throws VaultFull if there is no room for the next; those told before are kept
     * @throws VaultClosed if the program ends; those told before are kept
     */
    public void addAll(List<Sent> all, LongConsumer progress, Consumer<Outcome> told) throws VaultFull, VaultClosed {
        // Files of one delivery differ in little but their names, and what is asked of the database is the same for all.
        Set<List<Object>> checked = new HashSet<>();
        for (Sent each : all) {
            Submission said = each.submission();
            if (checked.add(List.of(said.provenance().named(null).announced(null), said.formOrGuess(), said.attach()))) {
                check(said);
            }
        }
        if (all.stream().map(each -> List.of(each.submission().by(), each.submission().reason())).distinct().count() > 1) {
            throw new IllegalArgumentException("What is taken in together is answered for by one person, for one reason");
        }
        new SideBySide(changes, vault, registering, progress).take(all, told);
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
}
