package org.stele.fixity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What some bytes were when they were read to their end.
 *
 * @param sha256 64 hexadecimal digits, lower case
 * @param length in bytes
 */
public record Digest(String sha256, long length) {

    /** Takes bytes one after the other; for one thread. */
    public static final class Sum {
        private final MessageDigest digest = algorithm();
        private long length;

        /** Takes what remains in the buffer. */
        public void add(ByteBuffer bytes) {
            length += bytes.remaining();
            digest.update(bytes);
        }

        /** Takes {@code count} bytes from {@code offset} on. */
        public void add(byte[] bytes, int offset, int count) {
            length += count;
            digest.update(bytes, offset, count);
        }

        /** What was taken since the beginning; the next byte begins a new sum. */
        public Digest end() {
            Digest result = new Digest(HexFormat.of().formatHex(digest.digest()), length);
            length = 0;
            return result;
        }
    }

    /** Of bytes in memory. */
    public static Digest of(byte[] bytes) {
        Sum sum = new Sum();
        sum.add(bytes, 0, bytes.length);
        return sum.end();
    }

    /** Of a text in UTF-8. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The algorithm itself, for who needs its bytes. */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
