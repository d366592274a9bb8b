package org.stele.vault;

/**
 * Names a blob at every location: the SHA-256 of its ciphertext. It tells nothing of the plain text, and whoever holds a copy can check
 * it with {@code openssl dgst -sha256} alone.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record BlobName(String sha256) {

    public BlobName {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A blob's name has 64 hexadecimal digits; '" + sha256 + "' has not");
        }
    }

    /** Where it lies below a location: two levels of 256 folders each, so that none grows too large. */
    public String path() {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    @Override
    public String toString() {
        return sha256;
    }
}
