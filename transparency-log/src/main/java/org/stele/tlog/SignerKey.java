package org.stele.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The secret half of a key. Its text form {@link #secret} is for a file that only its owner may read. */
public final class SignerKey {

    /** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SignerKey(VerifierKey verifier, byte[] seed) throws GeneralSecurityException {
        this.verifier = verifier;
        this.seed = seed;
        this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(VerifierKey.concat(PKCS8, seed)));
    }

    /** A new key from the system's own randomness. */
    public static SignerKey generate(String name, Algorithm algorithm) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] open = pair.getPublic().getEncoded();
            return new SignerKey(new VerifierKey(name, algorithm, Arrays.copyOfRange(open, open.length - VerifierKey.ED25519_PUBLIC, open.length)),
                    Arrays.copyOfRange(secret, PKCS8.length, PKCS8.length + 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** Reads what {@link #secret} wrote, together with the public half.
     *  @throws IllegalArgumentException if the two do not belong together */
    public static SignerKey parse(String secret, VerifierKey verifier) {
        String[] parts = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        try {
            byte[] all = parts.length == 3 ? StrictBase64.decode(parts[2]) : new byte[0];
            if (all.length != 33 || all[0] != verifier.algorithm().code() || !parts[0].equals(verifier.name())) {
                throw new IllegalArgumentException("Not the secret half of " + verifier.name());
            }
            SignerKey signer = new SignerKey(verifier, Arrays.copyOfRange(all, 1, all.length));
            Note trial = new Note("trial\n", java.util.List.of());
            if (!verifier.verifies(trial, signer.sign(trial, Instant.EPOCH))) {
                throw new IllegalArgumentException("Not the secret half of " + verifier.name());
            }
            return signer;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the secret half of " + verifier.name(), e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret as text. */
    public String secret() {
        return PREFIX + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.number()) + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.concat(new byte[] {verifier.algorithm().code()}, seed));
    }

    /** A signature on the note's text.
     *  @param at the time a cosignature states, to the second; a plain signature states none */
    public Note.Signature sign(Note note, Instant at) {
        byte[] bytes = switch (verifier.algorithm()) {
            case ED25519 -> signed(note.text().getBytes(StandardCharsets.UTF_8));
            case COSIGNATURE -> VerifierKey.concat(ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond()).array(),
                    signed(VerifierKey.cosigned(at.getEpochSecond(), note.text())));
        };
        return new Note.Signature(verifier.name(), verifier.number(), bytes);
    }

    private byte[] signed(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not sign as " + verifier.name(), e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "the secret half of " + verifier.name();
    }
}
