package org.stele.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 under way. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void update(ByteBuffer bytes) {
        sha256.update(bytes);
    }

    /** Ends the digest: of the bytes as a blob's name. */
    BlobName name() {
        return BlobName.of(sha256.digest());
    }

    /** Ends the digest: 64 lower-case hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
