package org.stele.keys;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.google.crypto.tink.subtle.X25519;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Locale;
import java.util.Optional;

/** A private key of age: opens what is sealed to its {@link #recipient}. Never shown; {@code toString} gives the public part. */
public final class Identity {
    static final int LENGTH = 32;
    private static final String PREFIX = "AGE-SECRET-KEY-";
    private final byte[] secret;
    private final Recipient recipient;

    private Identity(byte[] secret) {
        this.secret = secret;
        try {
            this.recipient = Recipient.of(X25519.publicFromPrivate(secret));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("an identity of age has 32 bytes", e);
        }
    }

    /** A new one from the system's secure random numbers. */
    public static Identity generate() {
        return new Identity(X25519.generatePrivateKey());
    }

    static Identity of(byte[] secret) {
        return new Identity(secret.clone());
    }

    /**
     * Reads an identity file of age (or just its one line): comments and one {@code AGE-SECRET-KEY-1…}.
     *
     * @throws IllegalArgumentException if there is none in it; never repeats the text
     */
    public static Identity parse(String text) {
        Optional<String> line = text.lines().map(String::strip).filter(each -> each.toUpperCase(Locale.ROOT).startsWith(PREFIX)).findFirst();
        try {
            return new Identity(Bech32.getDecoder().decode(line.orElseThrow()).getData());
        } catch (RuntimeException e) {
            // Without the cause: its message may hold what was read.
            throw new IllegalArgumentException("This is no identity of age: a line AGE-SECRET-KEY-1… of 74 characters is missing or mistyped");
        }
    }

    /** The service identity that the environment gives ({@code STELE_SERVICE_IDENTITY}, or a file named by {@code STELE_SERVICE_IDENTITY_FILE}). */
    public static Optional<Identity> fromEnvironment() {
        return ServiceIdentity.fromEnvironment(System.getenv());
    }

    public Recipient recipient() {
        return recipient;
    }

    /** As stock age reads it with {@code -i}. A secret: for a file of mode 0600, and nowhere else. */
    String fileText(String what) {
        return "# " + what + "\n# public key: " + recipient + "\n" + Bech32.getEncoder().encode(PREFIX, secret) + "\n";
    }

    byte[] secret() {
        return secret.clone();
    }

    RecipientStanzaReader reader() {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(Bech32.getEncoder().encode(PREFIX, secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is missing from this Java", e);
        }
    }

    @Override
    public String toString() {
        return "the identity of " + recipient;
    }
}
