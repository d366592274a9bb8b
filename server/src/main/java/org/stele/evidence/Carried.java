package org.stele.evidence;

import java.util.List;

/**
 * What came of writing items to a disk.
 *
 * @param added     items that the disk did not hold
 * @param extended  items of which something was added
 * @param unchanged items of which the disk held all
 * @param deleted   items whose bytes were lawfully destroyed; nothing was written
 * @param bytes     of originals and what was made from them, before sealing
 * @param failed    items that could not be written, each with why
 */
public record Carried(int added, int extended, int unchanged, int deleted, long bytes, List<String> failed) {

    /** Shows how far it has come. */
    @FunctionalInterface
    public interface Progress {
        void at(long items, long total);
    }
}
