package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Database;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Age;
import org.stele.keys.Compartment;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;
import org.stele.keys.Recovery;
import org.stele.keys.RecoveryShares;
import org.stele.keys.Share;
import org.stele.vault.Blob;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.vault.Vault;

class BackupTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final byte[] ORIGINAL = new byte[3_000_000];
    @TempDir
    static Path data;
    private static Keyring keyring;
    private static List<Share> shares;
    private static Blob blob;
    @TempDir
    Path folder;

    @BeforeEach
    void aRegisterWithAnOriginal() throws IOException {
        if (keyring == null) {
            new Random(1).nextBytes(ORIGINAL);
            keyring = Keyring.open(data);
            shares = new Recovery(keyring).makeShares();
            Files.createDirectories(data.resolve("log/tile"));
            Files.writeString(data.resolve("log/checkpoint"), "a checkpoint");
            Files.writeString(data.resolve("log/tile/000"), "a tile");
            Files.writeString(data.resolve("copies.yaml"), "a plan");
            try (Vault vault = new Vault(DATABASE.source(), keyring, new Folder("main", Files.createDirectory(data.resolve("vault")), 0));
                    Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(ORIGINAL), bytes -> { })) {
                blob = new Changes(DATABASE.source()).make("Tester", "a video came in", change -> vault.register(change, deposit));
            }
            for (int more = 0; more < 11; more++) {
                new Changes(DATABASE.source()).make("Tester", "so that numbers of changes have two digits", change -> change.number());
            }
        }
    }

    private Backup backup() {
        return new Backup(DATABASE.login(), data, keyring);
    }

    private Backup.Written written(Backup.Originals originals) throws Exception {
        return backup().write(BackupFolder.in(folder.resolve("to")), originals, List.of(), asOf -> Map.of("a question", "an answer as of " + asOf), at -> { });
    }

    private BackupFolder backups() {
        return BackupFolder.existing(folder.resolve("to"));
    }

    private Restore restore(Identity identity) throws IOException {
        return new Restore(backups(), backups().find(""), List.of(identity));
    }

    @Test
    void threeSharesRebuildTheRegisterOnAFreshMachine() throws Exception {
        written(Backup.Originals.ALL);
        Path there = folder.resolve("there");
        Identity recovered = RecoveryShares.combine(shares.subList(1, 4), backups().find("").index().shares());
        Restore.Restored restored = restore(recovered).into(there, "", at -> { });
        assertThat(restored.originals()).isEqualTo(1);
        assertThat(restored.locked()).isEmpty();
        assertThat(restored.manifest().figures()).containsKey("a question");
        assertThat(there.resolve("log/checkpoint")).hasContent("a checkpoint");
        assertThat(there.resolve("copies.yaml")).hasContent("a plan");
        Keyring keys = Keyring.open(there);
        assertThat(keys.identity().orElseThrow().recipient()).isNotEqualTo(keyring.identity().orElseThrow().recipient());
        try (Database database = Database.open(there, ""); Vault vault = new Vault(source(database), keys, new Folder("main", there.resolve("vault"), 0));
                var bytes = Channels.newInputStream(vault.open(blob))) {
            assertThat(bytes.readAllBytes()).isEqualTo(ORIGINAL);
            // Numbers go on where they were, and history cannot be told otherwise than before.
            Long next = new Changes(source(database)).make("Tester", "after the restore", change -> change.number());
            assertThat(next).isGreaterThan(1L);
        }
        assertThat(folder.toFile().list()).as("nothing is left beside").containsExactlyInAnyOrder("to", "there");
    }

    private static DataSource source(Database database) {
        var source = new HikariDataSource();
        source.setJdbcUrl(database.login().url());
        source.setUsername(database.login().user());
        source.setPassword(database.login().password());
        source.setMaximumPoolSize(2);
        return source;
    }

    @Test
    void theServiceIdentityRestoresIntoAServersDatabaseAndATableComesOutAsItWentIn() throws Exception {
        written(Backup.Originals.NONE);
        Path there = folder.resolve("there");
        // The template has tables: a database without any is what a restore asks for.
        try (TestDatabase occupied = TestDatabase.fresh()) {
            assertThatThrownBy(() -> restore(keyring.identity().orElseThrow()).into(there, occupied.url(), at -> { }))
                    .isInstanceOf(Refusal.class).hasMessageContaining("is not empty").hasMessageNotContaining("password=s");
            assertThat(there).doesNotExist();
            occupied.sql().sql("drop schema public cascade").update();
            occupied.sql().sql("create schema public").update();
            occupied.sql().sql("create extension pg_trgm").update();
            Restore.Restored restored = restore(keyring.identity().orElseThrow()).into(there, occupied.url(), at -> { });
            assertThat(restored.originals()).isZero();
            assertThat(occupied.sql().sql("select wrapped from blob_key").query(String.class).single())
                    .isEqualTo(DATABASE.sql().sql("select wrapped from blob_key").query(String.class).single());
            assertThat(Keyring.open(there).identity().orElseThrow().recipient()).isEqualTo(keyring.identity().orElseThrow().recipient());
        }
    }

    @Test
    void aSecondBackupWritesOnlyWhatIsNew() throws Exception {
        Backup.Written first = written(Backup.Originals.NEW);
        Backup.Written second = written(Backup.Originals.NEW);
        assertThat(second.written()).isLessThan(first.written() / 4);
        assertThat(second.originals()).isEqualTo(1);
        assertThat(backups().list()).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void aFlippedByteInAnyFileIsFoundAndNamed() throws Exception {
        written(Backup.Originals.NEW);
        List<Path> files;
        try (var all = Files.walk(folder.resolve("to"))) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.txt")).toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(backups().faults(backups().find(""), at -> { })).isEmpty();
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[new Random(right.length).nextInt(right.length)] ^= 4;
            file.toFile().setWritable(true);
            Files.write(file, wrong);
            if (file.toString().endsWith(".json")) {
                assertThatThrownBy(() -> backups().list()).isInstanceOf(UnsoundBackup.class).hasMessageContaining(file.toString());
            } else {
                assertThat(backups().faults(backups().find(""), at -> { })).singleElement().asString().contains(file.toString());
                assertThatThrownBy(() -> restore(keyring.identity().orElseThrow()).into(folder.resolve("there"), "", at -> { }))
                        .isInstanceOf(UnsoundBackup.class).hasMessageContaining(file.toString());
            }
            Files.write(file, right);
        }
        assertThat(folder.resolve("there")).doesNotExist();
    }

    @Test
    void aBackupThatBrokeOffIsNotTakenForOne() throws Exception {
        assertThatThrownBy(() -> backup().write(BackupFolder.in(folder.resolve("to")), Backup.Originals.ALL, List.of(), asOf -> {
            throw new IllegalStateException("killed here");
        }, at -> { })).hasMessage("killed here");
        assertThat(backups().list()).isEmpty();
        assertThatThrownBy(() -> backups().find("")).isInstanceOf(Refusal.class);
        assertThat(written(Backup.Originals.ALL).backup().index().objects()).isNotEmpty();
    }

    @Test
    void whoHasNoKeyGetsNothingAndAFolderInUseIsLeftAlone() throws Exception {
        written(Backup.Originals.NONE);
        assertThatThrownBy(() -> restore(Identity.generate())).isInstanceOf(Age.NotForThisIdentity.class);
        Path occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.writeString(occupied.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> restore(keyring.identity().orElseThrow()).into(occupied, "", at -> { })).isInstanceOf(Refusal.class).hasMessageContaining("not empty");
        assertThatThrownBy(() -> BackupFolder.in(occupied)).isInstanceOf(Refusal.class).hasMessageContaining("holds other things");
        assertThat(occupied.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void nothingConfidentialLiesInABackupInTheClear() throws Exception {
        written(Backup.Originals.ALL);
        try (var all = Files.walk(folder.resolve("to"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("a video came in", "AGE-SECRET", "a checkpoint", "victim");
            }
        }
    }

    @Test
    void theStockProgramAgeOpensABackup() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "Skipped: the program age is not installed (Debian: apt install age)");
        written(Backup.Originals.NONE);
        BackupIndex index = backups().find("").index();
        Process age = new ProcessBuilder("sh", "-c", "age -d -i \"$0\" \"$1\" | gunzip", data.resolve("keys/service.identity").toString(),
                backups().file(index.manifest()).toString()).start();
        assertThat(new String(age.getInputStream().readAllBytes())).contains("\"table/blob\"").contains("\"table/change\"");
        assertThat(age.waitFor()).isZero();
    }

    @Test
    void theInstantOfTheLastChangeIsTheBackups() throws Exception {
        written(Backup.Originals.NONE);
        Manifest manifest = restore(keyring.identity().orElseThrow()).manifest();
        assertThat(manifest.changes()).isEqualTo(DATABASE.sql().sql("select count(*) from change").query(Long.class).single()).isGreaterThan(9);
        assertThat(Instant.parse(manifest.asOf())).isEqualTo(DATABASE.sql().sql("select max(at) from change").query(OffsetDateTime.class).single().toInstant());
    }
}
