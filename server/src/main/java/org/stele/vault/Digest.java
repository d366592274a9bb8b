package org.stele.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
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

    /** The name of what a channel holds from its position to its end. */
    static BlobName of(ReadableByteChannel channel) throws IOException {
        Digest digest = new Digest();
        ByteBuffer piece = ByteBuffer.allocateDirect(1 << 20);
        while (channel.read(piece) >= 0) {
            digest.update(piece.flip());
            piece.clear();
        }
        return digest.name();
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
