package org.stele.vault;

/**
 * An original as the vault keeps it.
 *
 * @param id           names it for ever; its ciphertext and its key are bound to it
 * @param sha256       of the plain bytes, 64 lower-case hexadecimal digits
 * @param length       plain bytes, from 0
 * @param name         SHA-256 of the ciphertext: its name at every location
 * @param cipherLength bytes of ciphertext
 * @param compartment  code of the compartment whose key opens it
 */
public record Blob(long id, String sha256, long length, BlobName name, long cipherLength, String compartment) {
}
