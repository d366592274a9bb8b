package org.stele.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An evidence item: one sequence of bytes and what is known of it. Where it came from stands in its {@link Provenance}, once for each
 * time it came.
 *
 * @param blob         id of the bytes in the vault
 * @param title        what it is, in the archivist's words
 * @param confidential whether its bytes are read for a stated reason only, and its sources shown to few
 * @param original     number of the item it was made from; absent for an original
 * @param madeHow      what was made, how and by which program; absent for an original
 */
public record Item(long blob, Form form, @Nullable String title, boolean confidential, @Nullable Long original, @Nullable String madeHow) {

    public Item {
        if ((original == null) != (madeHow == null)) {
            throw new IllegalArgumentException("What was made from another item says how, and nothing else does");
        }
    }

    /** The same, read for a reason only. */
    Item asConfidential() {
        return new Item(blob, form, title, true, original, madeHow);
    }
}
