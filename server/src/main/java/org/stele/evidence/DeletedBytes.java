package org.stele.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stele.database.Refusal;
import org.stele.history.Version;

/** Which bytes must go when an item is deleted by law: its own, and those of everything that was made from it. */
final class DeletedBytes {

    private DeletedBytes() {
    }

    /** The item's own first; without those that an item has which stays.
     *  @throws Refusal if there is no such item */
    static List<Long> of(Items items, long item) {
        Optional<Version<Item>> asked = items.find(item);
        if (asked.isEmpty()) {
            throw new Refusal("There is no evidence item " + item + ".");
        }
        Set<Long> blobs = new LinkedHashSet<>();
        Set<Long> gone = new HashSet<>();
        Deque<Version<Item>> left = new ArrayDeque<>(List.of(asked.get()));
        while (!left.isEmpty()) {
            Version<Item> next = left.removeFirst();
            gone.add(next.id());
            blobs.add(next.record().blob());
            left.addAll(items.madeFrom(next.id()));
        }
        // An empty text, say, may have been made from another original as well, which stays.
        blobs.removeIf(blob -> blob != asked.get().record().blob() && !gone.containsAll(items.having(blob)));
        return new ArrayList<>(blobs);
    }
}
