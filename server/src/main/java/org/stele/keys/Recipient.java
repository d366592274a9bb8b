package org.stele.keys;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;

/** Whom an age file is sealed to: a public key that may be shown to anyone ({@code age1…}). */
public record Recipient(String text) {
    static final String PREFIX = "age";

    /** @throws IllegalArgumentException if it is not an X25519 recipient of age, for instance for a typing mistake */
    public Recipient {
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a recipient of age. It begins with age1 and has 62 characters; check it for typing mistakes", e);
        }
    }

    static Recipient of(byte[] publicKey) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, publicKey).toString());
    }

    RecipientStanzaWriter writer() {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is missing from this Java", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
