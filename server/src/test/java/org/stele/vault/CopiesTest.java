package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Refusal;

class CopiesTest {

    @TempDir
    Path data;

    Archive archive;
    Path nas;
    Path disk;
    Copies copies;

    @BeforeEach
    void open() throws IOException {
        archive = new Archive(data);
        nas = archive.folder("nas");
        disk = archive.folder("disk");
        copies = archive.copies("""
                policy: {copies: 3, places: 2, offline: 1}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: %s, place: office}
                  - {name: safe, kind: disk, path: %s, place: bank}
                """.formatted(nas, disk));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aCopyCountsWhenItWasReadBackAndEveryStepIsInItsCustody() throws IOException {
        archive.add(20, 1);
        assertThat(copies.status().safe()).isZero();
        copies.prepare("safe", false);

        CopyReport report = archive.replicate(copies);

        assertThat(report.troubles()).isEmpty();
        for (Blob blob : archive.blobs) {
            assertThat(Archive.right(nas, blob) && Archive.right(disk, blob)).isTrue();
            assertThat(copies.of(blob.id())).extracting(CopyView::location).containsExactly("main", "nas", "safe");
            assertThat(copies.of(blob.id())).allMatch(each -> each.state() == CopyState.HELD && each.verified() != null);
            assertThat(archive.custody.of(blob.id())).extracting(event -> event.act() + " " + event.location() + " " + event.good() + " " + event.by())
                    .containsExactlyInAnyOrder("CHECKED main true amal", "COPIED nas true amal", "COPIED safe true amal");
        }
        CopyStatus status = copies.status();
        assertThat(status.planned()).isEqualTo(20);
        assertThat(status.safe()).isEqualTo(20);
        assertThat(status.well()).as(status.troubles().toString()).isTrue();
        assertThat(archive.replicate(copies).work()).as("nothing is left to do").isEmpty();
    }

    @Test
    void bitRotIsFoundMendedAndKeptInQuarantine() throws IOException {
        archive.add(60, 2);
        copies.prepare("safe", false);
        archive.replicate(copies);
        Random dice = new Random(2);
        for (int k : new int[] {1, 7, 60}) {
            List<Blob> hit = new ArrayList<>(archive.blobs);
            Collections.shuffle(hit, dice);
            hit = hit.subList(0, k);
            List<byte[]> bad = new ArrayList<>();
            Set<String> before = quarantined(nas);
            for (Blob blob : hit) {
                Archive.rot(Archive.file(nas, blob), dice);
                bad.add(Files.readAllBytes(Archive.file(nas, blob)));
            }

            CopyReport report = archive.checkAll(copies);

            assertThat(report.work().get("nas").bad()).isEqualTo(k);
            assertThat(report.work().get("nas").repaired()).isEqualTo(k);
            assertThat(report.troubles()).isEmpty();
            for (Blob blob : archive.blobs) {
                assertThat(Archive.right(nas, blob)).isTrue();
            }
            Set<String> kept = quarantined(nas);
            kept.removeAll(before);
            assertThat(kept).hasSize(k);
            for (int i = 0; i < k; i++) {
                String name = hit.get(i).name().sha256();
                String file = kept.stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
                assertThat(Files.readAllBytes(nas.resolve("quarantine").resolve(file))).as("the bad bytes themselves").isEqualTo(bad.get(i));
                assertThat(archive.custody.of(hit.get(i).id())).extracting(event -> event.act() + " " + event.location() + " " + event.good())
                        .containsSubsequence("CHECKED nas false", "QUARANTINED nas true", "REPAIRED nas true");
            }
            // Of one second; the next round's are to have another name.
            await();
        }
    }

    @Test
    void theVaultsOwnFolderIsMendedFromACopyAndTheOriginalCanBeReadAgain() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        Blob blob = archive.add(bytes);
        archive.replicate(copies);
        Archive.rot(Archive.file(archive.main.path(), blob), new Random(3));

        assertThat(archive.checkAll(copies).work().get("main").repaired()).isEqualTo(1);

        try (var channel = archive.vault.open(blob)) {
            assertThat(java.nio.channels.Channels.newInputStream(channel).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void allCopiesButOneDestroyedAreRestored() throws IOException {
        archive.add(40, 4);
        copies.prepare("safe", false);
        archive.replicate(copies);
        for (Path each : List.of(archive.main.path(), nas)) {
            for (Blob blob : archive.blobs) {
                Files.delete(Archive.file(each, blob));
            }
        }

        CopyReport report = archive.checkAll(copies);

        assertThat(report.work().get("main").repaired()).isEqualTo(40);
        assertThat(report.work().get("nas").repaired()).isEqualTo(40);
        for (Blob blob : archive.blobs) {
            assertThat(Archive.right(nas, blob) && Archive.right(archive.main.path(), blob)).isTrue();
        }
        assertThat(copies.status().well()).isTrue();
    }

    @Test
    void whereNoCopyIsRightNothingIsMovedAndSomebodyIsCalled() throws IOException {
        Blob blob = archive.add(new byte[5000]);
        Blob other = archive.add(new byte[6000]);
        archive.replicate(copies);
        Random dice = new Random(5);
        Archive.rot(Archive.file(archive.main.path(), blob), dice);
        Archive.rot(Archive.file(nas, blob), dice);
        byte[] one = Files.readAllBytes(Archive.file(archive.main.path(), blob));
        byte[] two = Files.readAllBytes(Archive.file(nas, blob));

        CopyReport report = archive.checkAll(copies);
        archive.replicate(copies);

        assertThat(report.troubles()).anyMatch(each -> each.startsWith("FROZEN") && each.contains(blob.name().sha256()));
        assertThat(Files.readAllBytes(Archive.file(archive.main.path(), blob))).isEqualTo(one);
        assertThat(Files.readAllBytes(Archive.file(nas, blob))).isEqualTo(two);
        assertThat(quarantined(nas)).isEmpty();
        assertThat(copies.status().lost()).isEqualTo(1);
        assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::kind).contains("lost", "bad");
        assertThat(Archive.right(nas, other)).isTrue();

        // An old disk is found, and its bytes are put back by hand: that is enough.
        copies.prepare("safe", false);
        byte[] good = Files.readAllBytes(Archive.file(nas, blob));
        assertThat(good).isEqualTo(two);
        Files.createDirectories(Archive.file(disk, blob).getParent());
        rightBytes(blob, one, Archive.file(disk, blob));
        assertThat(archive.replicate(copies).troubles()).isEmpty();
        assertThat(Archive.right(nas, blob) && Archive.right(archive.main.path(), blob)).isTrue();
        assertThat(quarantined(nas)).hasSize(1);
        assertThat(copies.status().lost()).isZero();
    }

    @Test
    void aLocationThatIsAwayHoldsNothingUpAndCatchesUp() throws IOException {
        archive.add(5, 6);
        copies.prepare("safe", false);
        archive.replicate(copies);
        Path hidden = data.resolve("nas-elsewhere");
        Files.move(nas, hidden);

        List<Blob> added = archive.add(5, 7);
        CopyReport report = archive.replicate(copies);

        assertThat(report.away()).containsKey("nas");
        assertThat(report.work().get("safe").copied()).isEqualTo(5);
        assertThat(copies.status().planned()).isEqualTo(5);
        assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::kind).contains("away");

        // The mount point is there, and nothing is mounted in it: nothing is written beside the disk.
        Files.createDirectories(nas);
        assertThat(archive.replicate(copies).away().get("nas")).contains("mark is gone");
        try (Stream<Path> entries = Files.list(nas)) {
            assertThat(entries).isEmpty();
        }

        Files.delete(nas);
        Files.move(hidden, nas);
        assertThat(archive.replicate(copies).work().get("nas").copied()).isEqualTo(5);
        for (Blob blob : added) {
            assertThat(Archive.right(nas, blob)).isTrue();
        }
        assertThat(copies.status().planned()).isEqualTo(10);
        assertThat(copies.status().well()).isTrue();
    }

    @Test
    void aBadCopyWaitsForTheDiskThatHoldsTheRightOne() throws IOException {
        Blob blob = archive.add(new byte[3000]);
        copies.prepare("safe", false);
        archive.replicate(copies);
        Path away = data.resolve("disk-in-the-bank");
        Files.move(disk, away);
        Random dice = new Random(8);
        Archive.rot(Archive.file(archive.main.path(), blob), dice);
        Archive.rot(Archive.file(nas, blob), dice);

        CopyReport report = archive.checkAll(copies);
        assertThat(report.troubles()).anyMatch(each -> each.contains("waits for safe"));
        assertThat(copies.status().lost()).as("the disk has it").isZero();

        Files.move(away, disk);
        assertThat(archive.replicate(copies).troubles()).isEmpty();
        assertThat(Archive.right(nas, blob) && Archive.right(archive.main.path(), blob)).isTrue();
    }

    @Test
    void anotherDiskIsNotTakenForTheRightOne() throws IOException {
        archive.add(2, 9);
        assertThat(archive.replicate(copies).away().get("safe")).contains("never made ready");
        copies.prepare("safe", false);
        archive.replicate(copies);
        String mark = Files.readString(disk.resolve("stele-location.txt"));
        Files.writeString(disk.resolve("stele-location.txt"), mark.replace("id: ", "id: 0"));
        assertThat(archive.replicate(copies).away().get("safe")).contains("another location");
        assertThatThrownBy(() -> copies.prepare("safe", true)).isInstanceOf(Refusal.class).hasMessageContaining("Nothing was changed");

        delete(disk);
        Files.createDirectories(disk);
        assertThatThrownBy(() -> copies.prepare("safe", false)).isInstanceOf(Refusal.class).hasMessageContaining("--replaced");
        assertThat(copies.prepare("safe", true)).isEqualTo(2);
        assertThat(copies.status().planned()).isZero();
        assertThat(archive.replicate(copies).work().get("safe").repaired()).isEqualTo(2);
        assertThat(copies.status().planned()).isEqualTo(2);
    }

    @Test
    void aFolderOfOtherThingsIsNotWrittenTo() throws IOException {
        Files.writeString(nas.resolve("letters.txt"), "dear");
        archive.add(1, 10);
        assertThat(archive.replicate(copies).away().get("nas")).contains("letters.txt");
        try (Stream<Path> entries = Files.list(nas)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void aCopyThatCannotBeReadIsMendedToo() throws IOException {
        Blob blob = archive.add(new byte[3000]);
        archive.replicate(copies);
        // A folder in the place of the file: opening it works, reading it fails, as on a disk that is going.
        Files.delete(Archive.file(nas, blob));
        Files.createDirectory(Archive.file(nas, blob));

        CopyReport report = archive.checkAll(copies);

        assertThat(report.work().get("nas").repaired()).isEqualTo(1);
        assertThat(Archive.right(nas, blob)).isTrue();
        assertThat(quarantined(nas)).singleElement().asString().endsWith("unreadable");
    }

    @Test
    void onlyWhatIsDueIsReadAndTheLongestAgoFirst() throws IOException {
        archive.add(30, 11);
        archive.replicate(copies);
        archive.database.sql().sql("update copy set verified_at = verified_at - interval '40 days' where location = 'nas' and blob % 3 = 0").update();
        long due = archive.blobs.stream().filter(blob -> blob.id() % 3 == 0).count();
        assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::toString).anyMatch(each -> each.contains("nas has " + due + " copies overdue"));

        CopyReport report = copies.check("nas", false, java.time.Duration.ofMinutes(1), "amal", "test", CopyProgress.NONE);

        assertThat(report.work().get("nas").checked()).isBetween(due, due + 5);
        assertThat(copies.status().locations().get(1).overdue()).isZero();
    }

    @Test
    void everyMinuteOnlyNewCopiesAreWritten() throws IOException {
        archive.add(3, 12);
        assertThat(copies.replicateNew("stele", "scheduled").work().get("nas").copied()).isEqualTo(3);
        Blob blob = archive.blobs.getFirst();
        Archive.rot(Archive.file(nas, blob), new Random(12));
        Archive.rot(Archive.file(archive.main.path(), blob), new Random(12));
        archive.checkAll(copies);
        archive.add(2, 13);
        CopyReport report = copies.replicateNew("stele", "scheduled");
        assertThat(report.work().get("nas")).isEqualTo(new CopyReport.Work(2, 0, 0, report.work().get("nas").bytes(), 0));
        assertThat(report.troubles()).as("told by the reading, not every minute").noneMatch(each -> each.startsWith("FROZEN"));
    }

    @Test
    void oneProcessWorksAtATime() {
        try (CopyTurn turn = CopyTurn.take(archive.database.source())) {
            assertThatThrownBy(() -> archive.replicate(copies)).isInstanceOf(Refusal.class).hasMessageContaining("at this moment");
        }
        assertThat(archive.replicate(copies)).isNotNull();
    }

    private static void rightBytes(Blob blob, byte[] rotten, Path file) throws IOException {
        for (int bit = 0; bit < rotten.length * 8; bit++) {
            rotten[bit / 8] ^= (byte) (1 << bit % 8);
            if (org.stele.fixity.Digest.of(rotten).sha256().equals(blob.name().sha256())) {
                Files.write(file, rotten);
                return;
            }
            rotten[bit / 8] ^= (byte) (1 << bit % 8);
        }
        throw new AssertionError("one bit was turned");
    }

    private static Set<String> quarantined(Path location) throws IOException {
        Path quarantine = location.resolve("quarantine");
        if (!Files.exists(quarantine)) {
            return new HashSet<>();
        }
        try (Stream<Path> entries = Files.list(quarantine)) {
            return new HashSet<>(entries.map(each -> each.getFileName().toString()).toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void await() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
