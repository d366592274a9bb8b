package org.stele.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;

/** A vault of its own for one test, with blobs in it and a plan for their copies. */
final class Archive implements AutoCloseable {
    final TestDatabase database = TestDatabase.fresh();
    final Path data;
    final Folder main;
    final Vault vault;
    final Changes changes = new Changes(database.source());
    final Custody custody = new Custody(database.source());
    final List<Blob> blobs = new ArrayList<>();

    Archive(Path data) throws IOException {
        this.data = data;
        this.main = new Folder("main", Files.createDirectories(data.resolve("vault")), 0);
        this.vault = new Vault(database.source(), Keyring.open(data), main);
    }

    /** Takes in so many originals of some hundred bytes up to a few KiB. */
    List<Blob> add(int count, long seed) throws IOException {
        Random dice = new Random(seed);
        List<Blob> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[100 + dice.nextInt(4000)];
            dice.nextBytes(bytes);
            added.add(add(bytes));
        }
        return added;
    }

    Blob add(byte[] bytes) throws IOException {
        try (Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(bytes), sofar -> { })) {
            Blob blob = changes.make("amal", "came by mail", change -> vault.register(change, deposit));
            blobs.add(blob);
            return blob;
        }
    }

    /** Copies by the plan that these lines write down; see docs/operations.md. */
    Copies copies(String plan) {
        return copies(plan, Duration.ofSeconds(5));
    }

    Copies copies(String plan, Duration patience) {
        return new Copies(database.source(), changes, custody, main, CopyPlanFile.read("vault.yaml", plan), Map.of("STORE_KEY", "key", "STORE_SECRET", "secret",
                "STORE2_KEY", "key", "STORE2_SECRET", "secret", "STORE3_KEY", "key", "STORE3_SECRET", "secret",
                "OTHER_KEY", "other", "OTHER_SECRET", "secret2"), patience, java.time.Duration.ZERO);
    }

    CopyReport replicate(Copies copies) {
        return copies.replicate(null, "amal", "test of copies", CopyProgress.NONE);
    }

    CopyReport checkAll(Copies copies) {
        return copies.check(null, true, Duration.ofMinutes(5), "amal", "test of copies", CopyProgress.NONE);
    }

    /** A folder for copies. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(data.resolve(name));
    }

    static Path file(Path folder, Blob blob) {
        return folder.resolve(blob.name().path());
    }

    /** Turns one bit, as a disk does. */
    static void rot(Path file, Random dice) throws IOException {
        file.toFile().setWritable(true);
        byte[] bytes = Files.readAllBytes(file);
        bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
        Files.write(file, bytes);
    }

    /** The bytes of a file as a text, one character each: equal texts are equal bytes. */
    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static boolean right(Path folder, Blob blob) throws IOException {
        Path file = file(folder, blob);
        return Files.exists(file) && Digest.of(Files.readAllBytes(file)).sha256().equals(blob.name().sha256());
    }

    @Override
    public void close() {
        vault.close();
        database.close();
    }
}
