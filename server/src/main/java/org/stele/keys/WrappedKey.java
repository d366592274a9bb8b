package org.stele.keys;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data key that only the private part of one compartment's key opens; safe to store beside what it encrypts.
 *
 * @param version the compartment's key version, from 1
 * @param fingerprint which key that is: the first eight hexadecimal digits of the SHA-256 of its public part
 * @param sealed the HPKE ciphertext, base64url without padding
 */
public record WrappedKey(Compartment compartment, int version, String fingerprint, String sealed) {
    private static final Pattern TEXT = Pattern.compile("([a-z]+)\\.([1-9]\\d{0,5})\\.([0-9a-f]{8})\\.([A-Za-z0-9_-]+)");

    /** One word, as tables and manifests keep it: {@code confidential.1.0f3a9c21.AbC…}. */
    public String text() {
        return compartment.code() + "." + version + "." + fingerprint + "." + sealed;
    }

    /** Reads {@link #text}. @throws IllegalArgumentException if it is not one */
    public static WrappedKey of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("This is not a wrapped key: " + text);
        }
        return new WrappedKey(Compartment.of(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3), parts.group(4));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(sealed);
    }

    static WrappedKey of(PublicPart key, byte[] bytes) {
        return new WrappedKey(key.compartment(), key.version(), key.fingerprint(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
