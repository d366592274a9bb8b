package org.stele.vault;

import java.util.List;

/** Tells which bytes an item of evidence has. The vault knows bytes only; the room above it that knows items says this. */
@FunctionalInterface
public interface BytesOfItems {

    /**
     * Numbers of the blobs of an item: its own first, then those of all that was made from it.
     *
     * @throws RuntimeException with words for people if there is no such item
     */
    List<Long> of(long item);
}
