package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.vault.Blob;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.vault.S3Proxy;
import org.stele.vault.Vault;

/** Backups straight to locations of the vault's plan: another maker's store, and a disk. */
class BackupToStoreTest {
    static final byte[] ORIGINAL = new byte[300_000];
    static final Map<String, String> KEYS = Map.of("STORE_KEY", "key", "STORE_SECRET", "secret", "WRONG_KEY", "key", "WRONG_SECRET",
            "guessed");
    static final String MARK = "Copies of evidence lie here.\nname: berlin\nid: 1\n";
    @TempDir
    static Path folder;
    static S3Proxy proxy;
    static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        proxy = S3Proxy.start(Files.createDirectories(folder.resolve("proxy")), "key", "secret");
        database = TestDatabase.fresh();
        new Random(1).nextBytes(ORIGINAL);
    }

    @AfterAll
    static void stop() throws Exception {
        if (proxy != null) {
            proxy.close();
            database.close();
        }
    }

    private static BackupPlaces places(String credentials) throws Exception {
        Path plan = Files.writeString(folder.resolve("vault-" + credentials + ".yaml"), """
                policy: {copies: 2, places: 2, offline: 0}
                main: {place: office}
                locations:
                  - {name: berlin, kind: s3, endpoint: "%s", bucket: copies, prefix: vault, place: berlin, credentials: env:%s}
                  - {name: safe, kind: disk, path: %s, place: bank}
                """.formatted(proxy.endpoint(), credentials, folder.resolve("disk")));
        return new BackupPlaces(plan, KEYS);
    }

    @Test
    void aBackupInAStoreIsIncrementalReadBackFoundDamagedPrunedAndRestoredOnAFreshMachine() throws Exception {
        Path data = folder.resolve("data");
        Keyring keyring = Keyring.open(data);
        Blob blob;
        try (Vault vault = new Vault(database.source(), keyring, new Folder("main", Files.createDirectories(data.resolve("vault")), 0));
                Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(ORIGINAL), bytes -> { })) {
            blob = new Changes(database.source()).make("Tester", "a video came in", change -> vault.register(change, deposit));
        }
        Path bucket = proxy.bucket("copies");
        assertThatThrownBy(() -> places("STORE").toWrite("location:berlin")).as("nobody made it ready").isInstanceOf(Refusal.class)
                .hasMessageContaining("prepare berlin");
        Files.writeString(Files.createDirectories(bucket.resolve("vault")).resolve("stele-location.txt"), MARK);
        assertThatThrownBy(() -> places("WRONG").toWrite("location:berlin")).isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be reached").hasMessageContaining("403");
        assertThatThrownBy(() -> places("STORE").toRead("location:berlin")).isInstanceOf(Refusal.class)
                .hasMessageContaining("There are no backups");
        assertThatThrownBy(() -> places("STORE").toRead("location:paris")).isInstanceOf(Refusal.class)
                .hasMessageContaining("It knows main, berlin, safe");

        var backup = new Backup(database.login(), data, keyring);
        Backup.Written second;
        try (BackupPlace place = places("STORE").toWrite("location:berlin")) {
            Backup.Written first = backup.write(place, Backup.Originals.ALL, List.of(), asOf -> Map.of(), at -> { });
            assertThat(first.originals()).isOne();
            assertThat(first.written()).isGreaterThan(ORIGINAL.length);
            new Changes(database.source()).make("Tester", "one change more", change -> change.number());
            second = backup.write(place, Backup.Originals.NEW, List.of(), asOf -> Map.of(), at -> { });
            assertThat(second.written()).as("only what is new").isLessThan(20_000).isPositive();
            assertThat(place.list()).hasSize(2);
            assertThat(place.faults(second.backup(), at -> { })).isEmpty();
            assertThat(Pruning.afterReading(place, data, 1, at -> { }).names()).hasSize(1);
            assertThat(place.faults(second.backup(), at -> { })).as("it needs parts of the one that went").isEmpty();
        }
        try (var left = Files.list(data.resolve("backup-under-way"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly(Turn.LOCK);
        }

        Path there = folder.resolve("there");
        Path object = bucket.resolve("vault/stele-backup/objects").resolve(blob.name().path());
        byte[] right = Files.readAllBytes(object);
        byte[] wrong = right.clone();
        wrong[100_000] ^= 1;
        Files.write(object, wrong);
        try (BackupPlace place = places("STORE").toRead("location:berlin")) {
            assertThatThrownBy(() -> new Restore(place, place.find(""), List.of(keyring.identity().orElseThrow())).into(there, "", at ->
                    { }))
                    .isInstanceOf(UnsoundBackup.class).hasMessageContaining("berlin").hasMessageContaining(blob.name().path());
            assertThat(there).doesNotExist();
            Files.write(object, right);
            Restore.Restored restored = new Restore(place, place.find(""), List.of(keyring.identity().orElseThrow())).into(there, "", at ->
                    { });
            assertThat(restored.originals()).isOne();
        }
        try (Vault vault = new Vault(database.source(), Keyring.open(there), new Folder("main", there.resolve("vault"), 0));
                var bytes = Channels.newInputStream(vault.open(blob))) {
            assertThat(bytes.readAllBytes()).isEqualTo(ORIGINAL);
        }
    }

    @Test
    void aDiskThatIsNotMountedGetsNothing() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assertThatThrownBy(() -> places("STORE").toWrite("location:safe")).isInstanceOf(Refusal.class)
                .hasMessageContaining("bears no mark");
        assertThat(disk).isEmptyDirectory();
        assertThatThrownBy(() -> places("STORE").toWrite("location:main")).isInstanceOf(Refusal.class)
                .hasMessageContaining("lost with what is backed up");
        Files.writeString(disk.resolve("stele-location.txt"), MARK.replace("berlin", "safe"));
        try (BackupPlace place = places("STORE").toWrite("location:safe")) {
            Path data = folder.resolve("data-2");
            new Backup(database.login(), data, Keyring.open(data)).write(place, Backup.Originals.NONE, List.of(), asOf -> Map.of(), at ->
                    { });
        }
        try (BackupPlace place = places("STORE").toRead("location:safe")) {
            assertThat(place.list()).hasSize(1);
        }
        assertThat(disk.resolve("stele-backup/backups")).isNotEmptyDirectory();
    }
}
