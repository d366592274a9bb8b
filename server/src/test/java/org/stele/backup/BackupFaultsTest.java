package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.faults.FaultReport;
import org.stele.faults.Machine;
import org.stele.faults.SmallDisk;
import org.stele.fixity.Digest;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.vault.Blob;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.vault.Vault;

/** Disks that run full and programs that are killed while backups are written and restored. */
@Tag(FaultReport.TAG)
class BackupFaultsTest {
    private static final int MEBIBYTE = 1 << 20;
    @TempDir
    static Path folder;
    static TestDatabase database;
    static Keyring keyring;
    static Path data;

    @BeforeAll
    static void register() throws IOException {
        database = TestDatabase.fresh();
        data = folder.resolve("data");
        keyring = Keyring.open(data);
        add(2 * MEBIBYTE);
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static Blob add(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        try (Vault vault = new Vault(database.source(), keyring, new Folder("main", Files.createDirectories(data.resolve("vault")), 0));
                Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(bytes), sofar -> { })) {
            return new Changes(database.source()).make("Tester", "came in", change -> vault.register(change, deposit));
        }
    }

    private static Backup.Written write(BackupPlace place) throws Exception {
        return new Backup(database.login(), data, keyring).write(place, Backup.Originals.NEW, List.of(), asOf -> Map.of(), at -> { });
    }

    @Test
    void aDiskThatRunsFullLeavesTheEarlierBackupsWholeAndTheNextOneGoesOn() throws Exception {
        Machine.SMALL_DISK.needed();
        try (SmallDisk disk = SmallDisk.make("size=24m")) {
            BackupPlace place = BackupPlace.in(disk.path().resolve("backups-of-stele"), 0);
            BackupPlace.Named first = write(place).backup();
            add(5 * MEBIBYTE);
            int refused = 0;
            // At every so many bytes of room another step is the one that fails.
            for (int room = 0; room < 5 * MEBIBYTE; room += MEBIBYTE / 2) {
                Path filler = fill(disk.path(), room);
                assertThatThrownBy(() -> write(place)).as("%d bytes of room", room).isInstanceOf(IOException.class)
                        .hasMessageFindingMatch("is full|No space left|MiB left");
                refused++;
                assertThat(disk.open()).as("an open file keeps its room on the full disk though it was deleted; %d bytes of room", room).isEmpty();
                assertThat(place.list()).extracting(BackupPlace.Named::name).containsExactly(first.name());
                assertThat(place.faults(first, at -> { })).isEmpty();
                Files.delete(filler);
            }
            BackupPlace.Named next = write(place).backup();
            assertThat(place.faults(next, at -> { })).isEmpty();
            try (var left = Files.walk(disk.path())) {
                assertThat(left.filter(each -> each.getFileName().toString().startsWith(Turn.PART)
                        || each.getParent().endsWith("incoming"))).isEmpty();
            }
            FaultReport.say("backup disk full: %d backups refused at different amounts of room, the one before whole each time; goes on when there is room".formatted(refused));
        }
    }

    private static Path fill(Path disk, int room) throws IOException {
        Path filler = disk.resolve("filler");
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) Math.max(0, free - room)]);
        return filler;
    }

    @Test
    void aRestoreOntoADiskThatRunsFullLeavesNothing() throws Exception {
        Machine.SMALL_DISK.needed();
        Path to = folder.resolve("for-full-restore");
        try (SmallDisk disk = SmallDisk.make("size=16m"); BackupPlace place = BackupPlace.in(to)) {
            write(place);
            Path there = disk.path().resolve("there");
            Restore restore = new Restore(place, place.find(""), List.of(keyring.identity().orElseThrow()));
            int refused = 0;
            // First the originals do not fit, then the database that is made anew, which has some 30 MiB.
            for (int room = 0; room < 16; room += 2) {
                Path filler = fill(disk.path(), room * MEBIBYTE);
                assertThatThrownBy(() -> restore.into(there, "", at -> { })).as("%d MiB of room", room)
                        .satisfies(e -> assertThat(causes(e)).containsPattern("No space left|is full|MiB left|disk"));
                Files.delete(filler);
                refused++;
                assertThat(disk.path().toFile().list()).as("%d MiB of room", room).isEmpty();
                assertThat(disk.open()).as("%d MiB of room", room).isEmpty();
            }
            FaultReport.say("restore onto a full disk: %d refused at different amounts of room; nothing stood under the name, nothing was left over".formatted(refused));
        }
    }

    private static String causes(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.append(each).append('\n');
        }
        return all.toString();
    }

    @Test
    void aRestoreKilledAnywhereLeavesNothingUnderTheNameOrAllOfIt() throws Exception {
        int kills = Integer.getInteger("stele.faults.restores", 8);
        Path to = folder.resolve("for-kills");
        BackupPlace place = BackupPlace.in(to);
        BackupPlace.Named backup = write(place).backup();
        Path beside = Files.createDirectories(folder.resolve("restores"));
        Path there = beside.resolve("there");
        Random dice = new Random();
        int done = 0;
        for (int kill = 0; kill < kills; kill++) {
            Process process = restore(to, there);
            assertThat(process.inputReader().readLine()).isEqualTo("begins");
            Thread.sleep(dice.nextLong(9000));
            process.destroyForcibly().waitFor();
            if (Files.exists(there)) {
                assertWhole(there, backup);
                done++;
                Removal.of(there);
            }
        }
        Process process = restore(to, there);
        List<String> said = new ArrayList<>(process.inputReader().lines().toList());
        assertThat(process.waitFor()).as(said::toString).isZero();
        assertWhole(there, backup);
        FaultReport.say("restore killed %d times at random: %d had been done and were whole, of %d nothing stood under the name; the next one restores".formatted(kills, done, kills - done));
    }

    private static Process restore(Path to, Path there) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), RestoreUntilKilled.class.getName(), to.toString(),
                        data.resolve("keys/service.identity").toString(), there.toString())
                .redirectErrorStream(true).start();
    }

    private static void assertWhole(Path there, BackupPlace.Named backup) throws IOException {
        for (BackupIndex.Entry each : backup.index().objects().stream().filter(BackupIndex.Entry::original).toList()) {
            Path file = there.resolve("vault").resolve(new org.stele.vault.BlobName(each.sha256()).path());
            assertThat(Digest.of(Files.readAllBytes(file)).sha256()).isEqualTo(each.sha256());
        }
        assertThat(there.resolve("postgres-18/data/PG_VERSION")).exists();
        assertThat(Keyring.open(there).identity()).isPresent();
    }
}
