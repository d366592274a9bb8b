package org.stele.uploading;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * How the parts of an upload are encrypted: Tink's streaming AEAD {@code AES256_GCM_HKDF_1MB} under a key derived from the upload's token, each
 * part bound to its upload and to where it begins, so that none can be altered, shortened or stand in for another.
 */
final class PartCipher {

    private static final int KEY = 32;
    private static final int SEGMENT = 1 << 20;

    private final StreamingAead aead;
    private final long upload;

    PartCipher(UploadToken token, long upload) {
        try {
            this.aead = new AesGcmHkdfStreaming(token.secret(), "HmacSha256", KEY, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM and HMAC", e);
        }
        this.upload = upload;
    }

    WritableByteChannel encrypting(WritableByteChannel to, long start) throws IOException {
        try {
            return aead.newEncryptingChannel(to, bound("part " + start));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption cannot begin", e);
        }
    }

    /** Altered bytes end in an exception and never in wrong bytes. */
    InputStream decrypting(InputStream from, long start) throws IOException {
        try {
            return aead.newDecryptingStream(from, bound("part " + start));
        } catch (GeneralSecurityException e) {
            throw new IOException("A part of an upload was altered", e);
        }
    }

    byte[] sealed(String told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream sealing = aead.newEncryptingStream(bytes, bound("told"))) {
            sealing.write(told.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Encryption in memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    String opened(byte[] sealed) {
        try (InputStream opening = aead.newDecryptingStream(new ByteArrayInputStream(sealed), bound("told"))) {
            return new String(opening.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | GeneralSecurityException e) {
            throw new UploadRefused(UploadRefused.Why.DAMAGED, "What was said of this upload was altered; send the file anew");
        }
    }

    private byte[] bound(String what) {
        return ("stele upload 1|" + upload + "|" + what).getBytes(StandardCharsets.UTF_8);
    }
}
