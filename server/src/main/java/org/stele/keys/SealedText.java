package org.stele.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A text encrypted with AES-256-GCM under a data key of its own, which the private part of one compartment unwraps. Sealing needs public
 * parts only: a machine that takes in what people write need not be able to read it afterwards.
 *
 * @param sealed nonce, ciphertext and tag; never changes
 * @param key    the wrapped data key, exchanged by a rotation
 */
public record SealedText(byte[] sealed, WrappedKey key) {

    private static final int KEY_BYTES = 32;

    /** @param context where the text stands, e.g. {@code message|12|telling}; opening it for another place fails */
    public static SealedText seal(Keyring keyring, Compartment compartment, String text, String context) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            byte[] sealed = new AesGcmJce(key).encrypt(text.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
            return new SealedText(sealed, keyring.wrap(compartment, key, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing a text failed", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * @throws LockedCompartment if the compartment's private part is not to be had here
     * @throws WrongKey if it was altered, sealed for another place, or by other keys
     */
    public String open(Keyring keyring, String context) {
        byte[] data = keyring.unwrap(key, context);
        try {
            return new String(new AesGcmJce(data).decrypt(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new WrongKey("A sealed text does not open as " + context + ": it was altered, or it belongs elsewhere");
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }
}
