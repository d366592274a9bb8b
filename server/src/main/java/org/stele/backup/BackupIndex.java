package org.stele.backup;

import java.util.List;

/**
 * What may be known of a backup without any key: enough to check that every byte of it is there and as it was written. Its file appears
 * only when the backup is complete and was read back, and is named after its own SHA-256.
 *
 * @param manifest SHA-256 of the sealed manifest, which is one of the objects
 * @param recipients public keys of age that open it
 * @param shares fingerprints of recovery shares, by which a wrong one is named; may be empty
 * @param originals {@code all}, {@code new} or {@code none}
 * @param missing how many originals are not in it because the vault had no right copy of them
 * @param objects sealed parts and, if they are in it, originals
 */
public record BackupIndex(int format, String at, String program, String manifest, List<String> recipients, String shares, String originals,
        int missing,
        List<Entry> objects) {
    /** @param original whether it is an original, encrypted as the vault keeps it, and not a sealed part */
    public record Entry(String sha256, long length, boolean original) {
    }

    /** Whether all that the register had is in it. */
    boolean whole() {
        return missing == 0 && !originals.equals("none");
    }

    /** Length of all its objects together. */
    public long bytes() {
        return objects.stream().mapToLong(Entry::length).sum();
    }
}
