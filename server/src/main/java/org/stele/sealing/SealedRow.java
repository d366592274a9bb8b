package org.stele.sealing;

/**
 * A row as it stands in the log: {@code SHA-256(salt ‖ form)} is the entry at {@code index}.
 *
 * @param table name of its table
 * @param key   its key, as a JSON array
 * @param index index of its entry
 * @param salt  16 bytes; whoever has them and the form can check the entry, so they go only with the row itself
 * @param form  the canonical form of the row as it is now, JSON in UTF-8
 * @param entry the 32 bytes in the log
 */
public record SealedRow(String table, String key, long index, byte[] salt, byte[] form, byte[] entry) {

    /** Whether the row is what was sealed. */
    public boolean holds() {
        java.security.MessageDigest sha256 = org.stele.fixity.Digest.algorithm();
        sha256.update(salt);
        return java.util.Arrays.equals(sha256.digest(form), entry);
    }
}
