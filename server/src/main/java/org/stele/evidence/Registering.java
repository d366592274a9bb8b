package org.stele.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.history.Change;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.Custody.Entry;
import org.stele.vault.Deposit;
import org.stele.vault.Vault;

/** Writes down what came: one item for each sequence of bytes, its provenance and its custody. A few statements for however many. */
final class Registering {

    private final Vault vault;
    private final Custody custody;
    private final Items items;

    Registering(Vault vault, Custody custody, Items items) {
        this.vault = vault;
        this.custody = custody;
        this.items = items;
    }

    /** What was said and the bytes that came with it. */
    record Arrival(Submission submission, Deposit deposit) {
        /** Whether other bytes were announced. */
        boolean isOther() {
            String announced = submission.provenance().claimedSha256();
            return announced != null && !announced.equals(deposit.sha256());
        }
    }

    /** Returns for each arrival, in their order, what it is in the register. The very same bytes may be among them more than once. */
    List<Received> on(Change change, List<Arrival> arrivals) {
        List<Blob> blobs = vault.register(change, arrivals.stream().map(Arrival::deposit).toList());
        Map<Long, Version<Item>> known = items.originalsOf(blobs);
        Map<Long, Long> itemOf = open(change, arrivals, blobs, known);
        Map<ProvenanceRows.Row, Long> provenances = provenances(change, arrivals, blobs, itemOf, known);
        List<Entry> events = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        Map<Long, Item> confidential = new LinkedHashMap<>();
        Map<Long, Boolean> seen = new HashMap<>();
        for (int n = 0; n < arrivals.size(); n++) {
            Submission submission = arrivals.get(n).submission();
            Blob blob = blobs.get(n);
            long item = itemOf.get(blob.id());
            Version<Item> before = known.get(blob.id());
            boolean again = before != null || seen.put(item, true) != null;
            events.add(Entry.of(blob.id(), item, again ? Act.RECEIVED_AGAIN : Act.RECEIVED, "provenance "
                    + provenances.get(new ProvenanceRows.Row(item, submission.provenance()))));
            if (!again) {
                events.add(Entry.of(blob.id(), item, Act.STORED, blob.length() + " bytes, SHA-256 " + blob.sha256()));
            } else if (before != null && submission.confidential() && !before.record().confidential() && confidential.put(item, before.record()) == null) {
                // What one giver trusts us with is not less confidential because another was careless.
                change.revise(Items.ITEMS, List.of(new Revision<>(item, before.number(), before.record().asConfidential())));
                events.add(Entry.of(blob.id(), item, Act.DESCRIBED, "confidential from now on"));
            }
            for (Reference each : submission.attach().isEmpty() ? List.<Reference>of() : items.attach(change, item, submission.attach())) {
                events.add(Entry.of(blob.id(), item, Act.DESCRIBED, "attached to " + each));
            }
            received.add(new Received(item, blob.sha256(), blob.length(), again));
        }
        custody.add(change, events);
        return received;
    }

    /** Opens an item for all bytes that have none, and returns the number of each blob's. */
    private static Map<Long, Long> open(Change change, List<Arrival> arrivals, List<Blob> blobs, Map<Long, Version<Item>> known) {
        Map<Long, Long> itemOf = new HashMap<>();
        known.forEach((blob, item) -> itemOf.put(blob, item.id()));
        Map<Long, Item> fresh = new LinkedHashMap<>();
        for (int n = 0; n < arrivals.size(); n++) {
            Submission told = arrivals.get(n).submission();
            long blob = blobs.get(n).id();
            if (!known.containsKey(blob)) {
                fresh.merge(blob, new Item(blob, told.formOrGuess(), told.title(), told.confidential(), null, null),
                        (first, later) -> later.confidential() ? first.asConfidential() : first);
            }
        }
        if (!fresh.isEmpty()) {
            long id = change.open(Items.ITEMS, List.copyOf(fresh.values()));
            for (long blob : fresh.keySet()) {
                itemOf.put(blob, id++);
            }
        }
        return itemOf;
    }

    /** Writes down every provenance that was not known yet, and returns the number of each. */
    private Map<ProvenanceRows.Row, Long> provenances(Change change, List<Arrival> arrivals, List<Blob> blobs, Map<Long, Long> itemOf,
            Map<Long, Version<Item>> known) {
        Map<ProvenanceRows.Row, Long> numbers = new HashMap<>();
        for (Version<Item> each : known.values()) {
            items.provenances(each.id()).forEach(there -> numbers.putIfAbsent(new ProvenanceRows.Row(each.id(), there.record()), there.id()));
        }
        List<ProvenanceRows.Row> fresh = new ArrayList<>();
        for (int n = 0; n < arrivals.size(); n++) {
            ProvenanceRows.Row row = new ProvenanceRows.Row(itemOf.get(blobs.get(n).id()), arrivals.get(n).submission().provenance());
            if (!numbers.containsKey(row) && !fresh.contains(row)) {
                fresh.add(row);
            }
        }
        if (!fresh.isEmpty()) {
            long id = change.open(Items.PROVENANCES, fresh);
            for (ProvenanceRows.Row each : fresh) {
                numbers.put(each, id++);
            }
        }
        return numbers;
    }

    /** Writes down that other bytes came than were announced. */
    void refuse(Change change, Arrival arrival) {
        Provenance told = arrival.submission().provenance();
        change.append("refused_bytes", List.of("id", "change", "file_name", "claimed", "found", "length"), List.of(Arrays.asList(
                change.takeIds("refused_bytes", 1), change.number(), told.fileName(), told.claimedSha256(), arrival.deposit().sha256(),
                arrival.deposit().length())));
    }
}
