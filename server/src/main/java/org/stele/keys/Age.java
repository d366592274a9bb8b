package org.stele.keys;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;

/**
 * Files of the age format, version 1 (https://age-encryption.org/v1), with X25519 recipients, unarmoured: what is sealed here opens with
 * the stock program {@code age -d}, without this one.
 */
public final class Age {
    private static final int BUFFER = 1 << 16;

    private Age() {
    }

    /**
     * Everything written to the stream goes encrypted to {@code out}; closing it completes the file and closes {@code out}. A stream
     * that was not closed is an incomplete file, which no reader accepts.
     *
     * @throws IllegalArgumentException if there is no recipient
     */
    public static OutputStream seal(OutputStream out, Collection<Recipient> to) throws IOException {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("Nobody is named to whom to seal it");
        }
        try {
            var channel = new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), to.stream().map(Recipient::writer).toList());
            return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        } catch (GeneralSecurityException e) {
            throw new IOException("age could not seal: " + e.getMessage(), e);
        }
    }

    /**
     * The plain bytes of an age file. They are authentic as far as they were read; only the end of the stream says that none are missing.
     *
     * @throws NotForThisIdentity if it is sealed to others
     * @throws IOException if it is no age file or was altered, also from {@code read}
     */
    public static InputStream open(InputStream in, Collection<Identity> identities) throws IOException {
        List<RecipientStanzaReader> readers = identities.stream().map(Identity::reader).toList();
        try {
            var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), readers);
            return new AuthenticInput(Channels.newInputStream(channel));
        } catch (UnsupportedRecipientStanzaException e) {
            throw new NotForThisIdentity("it is sealed to others than " + identities.stream().map(each -> each.recipient().text()).toList(), e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("not an age file, or altered: " + e.getMessage(), e);
        }
    }

    /** {@link #seal} for what is small. */
    public static byte[] sealed(byte[] plain, Collection<Recipient> to) {
        var out = new ByteArrayOutputStream();
        try (OutputStream sealing = seal(out, to)) {
            sealing.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("sealing in memory", e);
        }
        return out.toByteArray();
    }

    /** {@link #open} for what is small. */
    public static byte[] opened(byte[] sealed, Collection<Identity> identities) throws IOException {
        try (InputStream plain = open(new ByteArrayInputStream(sealed), identities)) {
            return plain.readAllBytes();
        }
    }

    /** An age file that none of the identities at hand opens. */
    public static final class NotForThisIdentity extends IOException {
        NotForThisIdentity(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Every failure of decryption is an {@link IOException}, whatever the library threw. */
    private static final class AuthenticInput extends FilterInputStream {
        AuthenticInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (PayloadException e) {
                throw new IOException("the age file was altered or is cut off: " + e.getMessage(), e);
            } catch (RuntimeException e) {
                throw new IOException("the age file was altered or is cut off", e);
            }
        }
    }
}
