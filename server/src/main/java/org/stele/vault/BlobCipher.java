package org.stele.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * How a blob's bytes are encrypted: Tink's streaming AEAD {@code AES256_GCM_HKDF_1MB}, that is AES-256-GCM in segments of 1 MiB
 * under a key derived anew for each blob; altered, swapped or missing segments do not decrypt. The blob's id is bound in, so that the
 * ciphertext of one cannot stand in for another.
 */
final class BlobCipher implements AutoCloseable {

    static final int SEGMENT = 1 << 20;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] dataKey;

    private BlobCipher(byte[] dataKey) {
        this.dataKey = dataKey;
    }

    static BlobCipher fresh() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return new BlobCipher(key);
    }

    static BlobCipher of(byte[] dataKey) {
        return new BlobCipher(dataKey);
    }

    byte[] dataKey() {
        return dataKey;
    }

    StreamingAead aead() {
        try {
            return new AesGcmHkdfStreaming(dataKey, "HmacSha256", KEY, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM and HMAC", e);
        }
    }

    /** What the ciphertext is bound to. */
    static byte[] bound(long blob) {
        return ("stele blob 1|" + blob).getBytes(StandardCharsets.UTF_8);
    }

    /** What the wrapped data key is bound to: it opens for this blob with these bytes only. */
    static String context(long blob, String sha256, BlobName name) {
        return "stele blob key 1|" + blob + "|" + sha256 + "|" + name;
    }

    @Override
    public void close() {
        Arrays.fill(dataKey, (byte) 0);
    }
}
