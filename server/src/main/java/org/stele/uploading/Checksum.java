package org.stele.uploading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.uploading.UploadRefused.Why;

/** What a piece must sum to; for one piece. The protocol asks for SHA-1 at least; whoever can choose takes SHA-256. */
public final class Checksum {

    /** As the protocol names them, and as Java does. */
    static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest sum;
    private final byte[] expected;

    private Checksum(MessageDigest sum, byte[] expected) {
        this.sum = sum;
        this.expected = expected;
    }

    /**
     * Reads a header {@code Upload-Checksum}: an algorithm, a space, the sum in base64.
     *
     * @return null where none was sent
     */
    public static @Nullable Checksum of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] words = header.strip().split(" +");
        String algorithm = ALGORITHMS.get(words[0]);
        if (algorithm == null || words.length != 2) {
            throw new UploadRefused(Why.NOT_UNDERSTOOD, "Upload-Checksum is one of " + ALGORITHMS.keySet() + ", a space, and the sum in base64");
        }
        try {
            return new Checksum(MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(words[1]));
        } catch (IllegalArgumentException e) {
            throw new UploadRefused(Why.NOT_UNDERSTOOD, "The sum in Upload-Checksum is not base64");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    void add(byte[] bytes, int count) {
        sum.update(bytes, 0, count);
    }

    boolean fits() {
        return MessageDigest.isEqual(sum.digest(), expected);
    }
}
