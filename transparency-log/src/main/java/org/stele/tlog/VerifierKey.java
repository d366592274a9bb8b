package org.stele.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The public half of a key, with the name it signs under; written {@code name+number+base64} (C2SP signed-note). */
public final class VerifierKey {

    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    static final int ED25519_PUBLIC = 32;
    private static final int ED25519_SIGNATURE = 64;

    private final String name;
    private final Algorithm algorithm;
    private final byte[] material;
    private final PublicKey key;

    VerifierKey(String name, Algorithm algorithm, byte[] material) {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(c -> c <= ' ' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("A key's name has no spaces and no plus: '" + name + "'");
        }
        if (material.length != ED25519_PUBLIC) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + material.length);
        }
        this.name = name;
        this.algorithm = algorithm;
        this.material = material.clone();
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(concat(X509, material)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no key, or its number is not that of the key */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is name+number+key");
        }
        byte[] all = StrictBase64.decode(parts[2]);
        if (all.length == 0) {
            throw new IllegalArgumentException("A verifier key without a key");
        }
        VerifierKey key = new VerifierKey(parts[0], Algorithm.of(all[0]), Arrays.copyOfRange(all, 1, all.length));
        if (!HexFormat.of().toHexDigits(key.number()).equals(parts[1])) {
            throw new IllegalArgumentException("The number " + parts[1] + " is not that of the key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The key proper in base64: the same under whatever name it goes. */
    String bare() {
        return Base64.getEncoder().encodeToString(material);
    }

    /** The first four bytes of the digest of name and key. */
    public int number() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(algorithm.code());
        return ByteBuffer.wrap(digest.digest(material)).getInt();
    }

    /** Whether the signature is by this key and right for the note. */
    public boolean verifies(Note note, Note.Signature signature) {
        if (!signature.name().equals(name) || signature.key() != number()) {
            return false;
        }
        byte[] bytes = signature.bytes();
        return switch (algorithm) {
            case ED25519 -> bytes.length == ED25519_SIGNATURE && verifies(note.text().getBytes(StandardCharsets.UTF_8), bytes);
            case COSIGNATURE -> bytes.length == Long.BYTES + ED25519_SIGNATURE && ByteBuffer.wrap(bytes).getLong() >= 0
                    && verifies(cosigned(ByteBuffer.wrap(bytes).getLong(), note.text()), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
        };
    }

    /** When this witness cosigned the note; empty if it did not. */
    public Optional<Instant> cosigned(Note note) {
        return algorithm != Algorithm.COSIGNATURE ? Optional.empty() : note.signatures().stream().filter(signature -> verifies(note, signature))
                .map(signature -> Instant.ofEpochSecond(ByteBuffer.wrap(signature.bytes()).getLong())).findFirst();
    }

    /** The bytes a witness signs. */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(byte[] message, byte[] signed) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(number()) + "+" + Base64.getEncoder().encodeToString(concat(new byte[] {algorithm.code()}, material));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
