package org.stele.tlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A node of the tree: 32 bytes of SHA-256. Leaves and inner nodes are hashed apart (RFC 6962, 2.1), so that neither passes for the other. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int SIZE = 32;

    /** Root of the tree without entries: the digest of nothing. */
    public static final Hash EMPTY_ROOT = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Reads standard Base64, in its one canonical form.
     *  @throws IllegalArgumentException for anything else */
    public static Hash ofBase64(String text) {
        Hash hash = of(StrictBase64.decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("Not canonical Base64: " + text);
        }
        return hash;
    }

    /** The hash of an entry. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** The hash of an entry given as text, in UTF-8. */
    public static Hash leaf(String entry) {
        return leaf(entry.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the node above two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
