package org.stele.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.fixity.Digest;
import org.stele.history.Change;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.WrappedKey;

/**
 * Takes bytes in and gives them out. Taking in has two steps, so that nothing is acknowledged before it is durable and nothing is in the
 * register that is not: {@link #deposit} writes the encrypted bytes and forces them to disk; {@link #register} makes them known within
 * the change that says what they are.
 */
public final class Vault implements AutoCloseable {

    private static final List<String> COLUMNS = List.of("id", "sha256", "length", "name", "cipher_length", "compartment", "recorded_at");

    private final JdbcClient sql;
    private final Blobs blobs;
    private final Keyring keys;
    private final Folder main;
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("vault-", 1).factory());

    /** @param main where blobs are written first; copies to other locations are made from it */
    public Vault(DataSource source, Keyring keys, Folder main) {
        this.sql = JdbcClient.create(source);
        this.blobs = new Blobs(source);
        this.keys = keys;
        this.main = main;
    }

    /**
     * Reads a source to its end, once, and writes it encrypted and durable. Memory used is a few MiB whatever the size; no plain text
     * touches the disk. Needs only the public part of the compartment's key.
     *
     * @param source   not closed
     * @param progress told the bytes taken so far, every MiB
     * @throws VaultFull   if there is no room
     * @throws VaultClosed if the program ends meanwhile
     * @throws IOException if the source could not be read or the disk not be written; nothing was kept, and the source is as it was
     */
    public Deposit deposit(Compartment compartment, InputStream source, LongConsumer progress) throws IOException {
        long id = sql.sql("select nextval('blob_id')").query(Long.class).single();
        try (BlobCipher key = BlobCipher.fresh(); Incoming incoming = main.begin()) {
            Encrypting encrypting = new Encrypting(threads);
            encrypting.run(source, key, id, incoming, progress);
            if (threads.isShutdown()) {
                throw new VaultClosed(null);
            }
            Blob blob = new Blob(id, encrypting.sha256(), encrypting.length(), encrypting.name(), encrypting.cipherLength(), compartment.code());
            String wrapped = keys.wrap(compartment, key.dataKey(), context(blob)).text();
            Long damaged = damagedTwin(blob);
            incoming.keepAs(blob.name());
            return new Deposit(main, blob, wrapped, damaged);
        } catch (IOException | RejectedExecutionException e) {
            // Threads that are told to end break off in many ways.
            if (threads.isShutdown() && !(e instanceof VaultClosed)) {
                throw new VaultClosed(e);
            }
            throw e;
        }
    }

    /**
     * Makes deposited bytes known, or finds that the very same are known already. Durable when the change is.
     *
     * @return the blob that has the bytes from now on
     */
    public Blob register(Change change, Deposit deposit) {
        return register(change, List.of(deposit)).getFirst();
    }

    /** The same for several of one compartment, in a few statements for all. The very same bytes may be among them more than once.
     *  @return for each, in their order */
    public List<Blob> register(Change change, List<Deposit> deposits) {
        List<Blob> result = new ArrayList<>();
        List<List<?>> rows = new ArrayList<>();
        List<List<?>> wrapped = new ArrayList<>();
        Map<String, Blob> known = deposits.isEmpty() ? Map.of() : blobs.twins(deposits.stream().map(Deposit::blob).toList(), deposits.getFirst().blob().compartment());
        for (Deposit deposit : deposits) {
            Blob fresh = deposit.blob();
            Blob twin = known.get(fresh.sha256());
            if (twin != null && (deposit.damagedTwin() == null || twin.id() != deposit.damagedTwin())) {
                deposit.isRedundant();
                result.add(twin);
            } else {
                deposit.isRegistered();
                known.put(fresh.sha256(), fresh);
                rows.add(List.of(fresh.id(), fresh.sha256(), fresh.length(), fresh.name().sha256(), fresh.cipherLength(), fresh.compartment(), change.at()));
                wrapped.add(List.of(fresh.id(), deposit.wrappedKey()));
                result.add(fresh);
            }
        }
        if (!rows.isEmpty()) {
            change.append("blob", COLUMNS, rows);
            change.append("blob_key", List.of("blob", "wrapped"), wrapped);
        }
        return result;
    }

    /**
     * The plain bytes, readable from any position; every segment is authenticated before it is given out, so altered bytes end in an
     * exception and never in wrong bytes. To be recorded in {@link Custody} before it is opened.
     *
     * @throws org.stele.keys.LockedCompartment if the private key is not on this machine
     * @throws java.nio.file.NoSuchFileException if the main location has no copy
     */
    public SeekableByteChannel open(Blob blob) throws IOException {
        String wrapped = sql.sql("select wrapped from blob_key where blob = :id").param("id", blob.id()).query(String.class).optional()
                .orElseThrow(() -> new IOException("The key of blob " + blob.id() + " was destroyed; nobody can read it any more"));
        SeekableByteChannel ciphertext = main.open(blob.name());
        try (BlobCipher key = BlobCipher.of(keys.unwrap(WrappedKey.of(wrapped), context(blob)))) {
            StreamingAead aead = key.aead();
            return aead.newSeekableDecryptingChannel(ciphertext, BlobCipher.bound(blob.id()));
        } catch (GeneralSecurityException e) {
            ciphertext.close();
            throw new IOException("The bytes of blob " + blob.id() + " were altered and do not decrypt", e);
        } catch (IOException | RuntimeException e) {
            ciphertext.close();
            throw e;
        }
    }

    /** Whether its key was destroyed, so that nobody can read it any more. */
    public boolean isDestroyed(Blob blob) {
        return sql.sql("select count(*) from blob_key where blob = :id").param("id", blob.id()).query(Long.class).single() == 0;
    }

    /** What its data key is wrapped for; the same text unwraps it. */
    public static String context(Blob blob) {
        return BlobCipher.context(blob.id(), blob.sha256(), blob.name());
    }

    /** The same bytes must not be thrown away as already held where what is held is damaged, or has no key any more: so it is read whole first. */
    private @Nullable Long damagedTwin(Blob fresh) throws IOException {
        Optional<Blob> twin = blobs.twin(fresh);
        return twin.isPresent() && (isDestroyed(twin.get()) || !isSound(twin.get())) ? twin.get().id() : null;
    }

    private static BlobName nameOf(ReadableByteChannel ciphertext) throws IOException {
        Digest.Sum sum = new Digest.Sum();
        ByteBuffer piece = ByteBuffer.allocateDirect(1 << 20);
        while (ciphertext.read(piece) >= 0) {
            sum.add(piece.flip());
            piece.clear();
        }
        return new BlobName(sum.end().sha256());
    }

    private boolean isSound(Blob blob) throws IOException {
        if (main.length(blob.name()).orElse(-1) != blob.cipherLength()) {
            return false;
        }
        try (SeekableByteChannel ciphertext = main.open(blob.name())) {
            return nameOf(ciphertext).equals(blob.name());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Breaks off the deposits under way: each fails with {@link VaultClosed}. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
