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
import org.stele.vault.BlobName;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.tlog.Algorithm;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Log;
import org.stele.tlog.SignerKey;
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
            Log log = Log.open(new FileTiles(Files.createDirectories(data.resolve("log"))), SignerKey.generate("log.example.org",
                    Algorithm.ED25519));
            log.append(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
            Files.writeString(data.resolve("copies.yaml"), "a plan");
            Files.writeString(Files.createDirectories(data.resolve("uploads/7")).resolve("part"), "half a film, encrypted by its sender's token");
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
        return backup().write(BackupPlace.in(folder.resolve("to")), originals, List.of(), asOf -> Map.of("a question", "an answer as of "
                + asOf), at -> { });
    }

    private BackupPlace backups() {
        return BackupPlace.existing(folder.resolve("to"));
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
        assertThat(there.resolve("log/checkpoint")).hasSameBinaryContentAs(data.resolve("log/checkpoint"));
        assertThat(SealedLog.in(there)).contains(restored.manifest().log());
        assertThat(restored.manifest().log().size()).isEqualTo(3);
        assertThat(there.resolve("copies.yaml")).hasContent("a plan");
        assertThat(there.resolve("uploads")).as("unfinished uploads are their senders' to begin anew").doesNotExist();
        Keyring keys = Keyring.open(there);
        assertThat(keys.identity().orElseThrow().recipient()).isNotEqualTo(keyring.identity().orElseThrow().recipient());
        try (Database database = Database.open(there, ""); Vault vault = new Vault(source(database), keys, new Folder("main",
                there.resolve("vault"), 0));
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
            files = all.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.txt") && !file.endsWith(Turn.LOCK)).toList();
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
        assertThatThrownBy(() -> backup().write(BackupPlace.in(folder.resolve("to")), Backup.Originals.ALL, List.of(), asOf -> {
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
        assertThatThrownBy(() -> restore(keyring.identity().orElseThrow()).into(occupied, "", at ->
                { })).isInstanceOf(Refusal.class).hasMessageContaining("not empty");
        assertThatThrownBy(() -> BackupPlace.in(occupied)).isInstanceOf(Refusal.class).hasMessageContaining("holds other things");
        assertThat(occupied.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void nothingConfidentialLiesInABackupInTheClear() throws Exception {
        written(Backup.Originals.ALL);
        try (var all = Files.walk(folder.resolve("to"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("a video came in", "AGE-SECRET", "log.example.org", "victim");
            }
        }
    }

    @Test
    void theStockProgramAgeOpensABackup() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")),
                "Skipped: the program age is not installed (Debian: apt install age)");
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
        assertThat(manifest.changes()).isEqualTo(DATABASE.sql().sql("select count(*) from change").query(Long.class).single())
                .isGreaterThan(9);
        assertThat(Instant.parse(manifest.asOf())).isEqualTo(DATABASE.sql().sql("select max(at) from change").query(OffsetDateTime.class)
                .single().toInstant());
    }

    @Test
    void whatAKilledBackupLeftIsClearedByTheNextAndNeverWhatAnotherIsWriting() throws Exception {
        written(Backup.Originals.NONE);
        Path left = Files.writeString(folder.resolve("to/.part-123.age"), "left over");
        Path half = Files.writeString(Files.createDirectories(folder.resolve("to/objects/incoming")).resolve("half"), "left over");
        try (Turn running = Turn.take(backups(), data)) {
            assertThat(left).as("the one whose turn it is knows that nobody writes it").doesNotExist();
            Path under = running.part();
            assertThatThrownBy(() -> written(Backup.Originals.NONE)).isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another backup is being written");
            assertThatThrownBy(() -> Pruning.prune(backups(), data, 1)).isInstanceOf(Refusal.class);
            assertThat(under).exists();
        }
        written(Backup.Originals.NONE);
        assertThat(half).doesNotExist();
        try (var all = Files.list(folder.resolve("to"))) {
            assertThat(all.filter(file -> file.getFileName().toString().startsWith(Turn.PART))).isEmpty();
        }
    }

    @Test
    void anOriginalThatIsLostIsSaidAndKeepsNothingElseFromBeingBackedUp() throws Exception {
        Path file = data.resolve("vault").resolve(blob.name().path());
        Path away = folder.resolve("away");
        Files.move(file, away);
        Backup.Written without = written(Backup.Originals.NEW);
        Files.move(away, file);
        assertThat(without.missing()).containsExactly(blob.name().sha256());
        assertThat(without.originals()).isZero();
        assertThat(without.backup().index().whole()).isFalse();
        assertThat(written(Backup.Originals.NEW).backup().index().whole()).isTrue();
    }

    @Test
    void whatTwoPersonsHadDestroyedIsNotLookedFor() throws Exception {
        try (TestDatabase own = TestDatabase.fresh()) {
            try (Vault vault = new Vault(own.source(), keyring, new Folder("main", Files.createDirectories(folder.resolve("vault")), 0));
                    Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(new byte[100]), bytes -> { })) {
                Blob gone = new Changes(own.source()).make("Tester", "came in", made -> vault.register(made, deposit));
                own.sql().sql("insert into deletion (id, batch, blob, asked_by, asked_at, reason, agreed_by, agreed_at, due_at, begun_at) "
                        + "values "
                        + "(1, 1, :blob, 'amal', now() - interval '30 days', 'a judgement', 'omar', now() - interval '30 days', now() - "
                                + "interval '1 day', now())").param("blob", gone.id()).update();
            }
            Backup.Written written = new Backup(own.login(), data, keyring).write(BackupPlace.in(folder.resolve("to")),
                    Backup.Originals.NEW, List.of(), asOf -> Map.of(), at -> { });
            assertThat(written.missing()).isEmpty();
            assertThat(written.originals()).isZero();
        }
    }

    @Test
    void oldBackupsGoAndWithThemOnlyWhatNoOtherNeeds() throws Exception {
        for (int each = 0; each < 4; each++) {
            new Changes(DATABASE.source()).make("Tester", "so that a table changes", change -> change.number());
            written(each == 3 ? Backup.Originals.NONE : Backup.Originals.NEW);
        }
        List<BackupPlace.Named> before = backups().list();
        assertThat(before).hasSize(4);
        Pruning.Pruned pruned = Pruning.afterReading(backups(), data, 2, at -> { });
        assertThat(pruned.names()).containsExactly(before.getFirst().name());
        assertThat(pruned.bytes()).isPositive();
        for (BackupPlace.Named each : backups().list()) {
            assertThat(backups().faults(each, at -> { })).isEmpty();
        }
        assertThat(folder.resolve("to/objects").resolve(blob.name().path())).exists();
        // The newest has no originals: the one that has them stays, whatever is asked.
        assertThat(Pruning.prune(backups(), data, 1).names()).hasSize(1);
        assertThat(backups().list()).extracting(each -> each.index().originals()).containsExactly("new", "none");
        try (var all = Files.walk(folder.resolve("to/objects"))) {
            assertThat(all.filter(Files::isRegularFile).count()).isEqualTo(backups().list().stream().flatMap(each ->
                    each.index().objects().stream()).distinct().count());
        }
        assertThatThrownBy(() -> Pruning.prune(backups(), data, 0)).isInstanceOf(Refusal.class).hasMessageContaining("At least one");
    }

    @Test
    void nothingIsRemovedWhenTheNewestIsDamagedOrAnIndexCannotBeRead() throws Exception {
        written(Backup.Originals.NEW);
        new Changes(DATABASE.source()).make("Tester", "so that a table changes", change -> change.number());
        Backup.Written last = written(Backup.Originals.NEW);
        Path part = folder.resolve("to/objects").resolve(new BlobName(last.backup().index().manifest()).path());
        byte[] right = Files.readAllBytes(part);
        part.toFile().setWritable(true);
        Files.write(part, new byte[right.length]);
        assertThatThrownBy(() -> Pruning.afterReading(backups(), data, 1, at ->
                { })).isInstanceOf(Refusal.class).hasMessageContaining(part.toString());
        Files.write(part, right);
        Path index = folder.resolve("to/backups").resolve(last.backup().name() + ".json");
        byte[] whole = Files.readAllBytes(index);
        Files.write(index, new byte[] {'{', '}'});
        assertThatThrownBy(() -> Pruning.prune(backups(), data, 1)).isInstanceOf(UnsoundBackup.class)
                .hasMessageContaining(index.toString());
        Files.write(index, whole);
        assertThat(backups().list()).hasSize(2);
    }

    @Test
    void aRemovalThatWasCutOffIsFinishedByTheNext() throws Exception {
        BackupPlace.Named old = written(Backup.Originals.NEW).backup();
        new Changes(DATABASE.source()).make("Tester", "so that a table changes", change -> change.number());
        written(Backup.Originals.NEW);
        // As if killed between the index and its parts.
        Files.createDirectories(folder.resolve("to/removed"));
        Files.move(folder.resolve("to/backups").resolve(old.name() + ".json"), folder.resolve("to/removed").resolve(old.name() + ".json"));
        assertThat(Pruning.prune(backups(), data, 5).bytes()).isPositive();
        assertThat(folder.resolve("to/removed").toFile().list()).isEmpty();
        assertThat(backups().faults(backups().find(""), at -> { })).isEmpty();
    }
}
