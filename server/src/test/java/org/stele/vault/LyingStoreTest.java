package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.vault.LyingStore.Lie;

/** Whatever a store does otherwise than it says is told within one round, and no copy there counts that was not read back. */
class LyingStoreTest {

    @TempDir
    Path data;

    Archive archive;
    LyingStore store;
    Copies copies;
    Path nas;

    @BeforeEach
    void open() throws IOException {
        archive = new Archive(data);
        store = new LyingStore();
        nas = archive.folder("nas");
        copies = copies("");
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    private Copies copies(String more) {
        return copies(more, Duration.ofSeconds(3));
    }

    private Copies copies(String more, Duration patience) {
        return archive.copies("""
                policy: {copies: 3, places: 2, offline: 0}
                main: {place: office}
                locations:
                  - {name: far, kind: s3, endpoint: "%s", bucket: copies, prefix: ours, place: abroad, credentials: env:STORE%s}
                  - {name: nas, kind: folder, path: %s, place: office}
                """.formatted(store.endpoint(), more, nas), patience);
    }

    @Test
    void anHonestStoreHoldsSmallAndLargeCopies() throws IOException {
        archive.add(3, 1);
        Blob large = archive.add(random(3 * Bucket.PART + 12345));
        Blob border = archive.add(random(Bucket.PART));

        CopyReport report = archive.replicate(copies);

        assertThat(report.troubles()).isEmpty();
        assertThat(report.work().get("far").copied()).isEqualTo(5);
        Map<String, byte[]> held = store.held();
        for (Blob blob : archive.blobs) {
            assertThat(held.get("ours/" + blob.name().path())).isEqualTo(Files.readAllBytes(Archive.file(archive.main.path(), blob)));
        }
        assertThat(held.get("ours/" + large.name().path()).length).isEqualTo((int) large.cipherLength());
        assertThat(border.cipherLength()).isGreaterThan(Bucket.PART);
        assertThat(copies.status().well()).as(copies.status().troubles().toString()).isTrue();
        assertThat(archive.checkAll(copies).troubles()).isEmpty();
    }

    @Test
    void rotInAStoreIsMendedAndKept() throws IOException {
        archive.add(4, 2);
        archive.replicate(copies);
        for (Lie[] lies : List.of(new Lie[0], new Lie[] {Lie.REFUSES_DELETES})) {
            String key = "ours/" + archive.blobs.getFirst().name().path();
            store.rot(key);
            byte[] bad = store.held().get(key).clone();
            store.lie(lies);

            CopyReport report = archive.checkAll(copies);

            assertThat(report.work().get("far").repaired()).isEqualTo(1);
            assertThat(store.held().get(key)).isEqualTo(Files.readAllBytes(Archive.file(archive.main.path(), archive.blobs.getFirst())));
            assertThat(store.held().entrySet()).anyMatch(each -> each.getKey().startsWith("ours/quarantine/") && java.util.Arrays.equals(each.getValue(), bad));
        }
    }

    @Test
    void aStoreThatGivesBackWrongBytesIsToldAndItsCopiesDoNotCount() throws IOException {
        archive.add(6, 3);
        store.lie(Lie.WRONG_BYTES);

        CopyReport report = archive.replicate(copies);

        assertThat(report.troubles()).anyMatch(each -> each.contains("'far'") && each.contains("other bytes than it was given"))
                .anyMatch(each -> each.contains("read back otherwise"));
        assertThat(report.work().get("far").copied()).isZero();
        assertThat(report.work().get("nas").copied()).as("the honest one is served all the same").isEqualTo(6);
        assertThat(copies.status().planned()).isZero();
        assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::kind).contains("finding", "bad");

        store.lie();
        assertThat(archive.replicate(copies).troubles()).isEmpty();
        assertThat(copies.status().planned()).isEqualTo(6);
    }

    @Test
    void aStoreThatBeginsToLieLaterIsFoundByTheNextReading() throws IOException {
        archive.add(5, 4);
        archive.replicate(copies);
        store.lie(Lie.WRONG_BYTES);
        CopyReport report = archive.checkAll(copies);
        assertThat(report.work().get("far").bad()).isGreaterThanOrEqualTo(5);
        assertThat(report.well()).isFalse();
        assertThat(copies.status().safe()).as("by the two folders").isEqualTo(5);
    }

    @Test
    void aStoreThatLosesWritesIsTold() throws IOException {
        archive.add(2, 5);
        store.lie(Lie.LOSES_WRITES);
        CopyReport report = archive.replicate(copies);
        assertThat(report.troubles()).anyMatch(each -> each.contains("read back otherwise: it is not there"));
        assertThat(copies.of(archive.blobs.getFirst().id())).anyMatch(each -> each.location().equals("far") && each.state() == CopyState.MISSING);
        assertThat(report.work().get("far").copied()).isZero();
    }

    @Test
    void aStoreThatForgetsLaterIsToldAndFilledAgain() throws IOException {
        archive.add(2, 6);
        archive.replicate(copies);
        store.forget("ours/" + archive.blobs.getFirst().name().path());
        CopyReport report = archive.checkAll(copies);
        assertThat(report.work().get("far").bad()).isEqualTo(1);
        assertThat(report.work().get("far").repaired()).isEqualTo(1);
    }

    @Test
    void aStoreThatDoesNotCompareDigestsIsToldAndMayBeTolerated() throws IOException {
        archive.add(2, 7);
        store.lie(Lie.ACCEPTS_BAD_DIGESTS);
        assertThat(archive.replicate(copies).troubles()).singleElement().asString().contains("do not have the SHA-256");
        assertThat(copies.status().planned()).as("what was read back is right all the same").isEqualTo(2);
        assertThat(copies.status().well()).isFalse();
        Copies tolerant = copies(", tolerate: [digests]");
        assertThat(archive.replicate(tolerant).troubles()).isEmpty();
        assertThat(tolerant.status().well()).isTrue();
    }

    @Test
    void aStoreThatWritesOverWhatIsThereIsTold() throws IOException {
        store.lie(Lie.OVERWRITES);
        assertThat(archive.replicate(copies).troubles()).singleElement().asString().contains("If-None-Match");
    }

    @Test
    void aStoreWhoseLocksDoNotHoldIsTold() throws IOException {
        Copies locked = copies(", lock-days: 365");
        archive.add(2, 8);
        assertThat(archive.replicate(locked).troubles()).isEmpty();
        store.lie(Lie.IGNORES_LOCKS);
        assertThat(archive.replicate(locked).troubles()).singleElement().asString().contains("deleted an object that was locked");
    }

    @Test
    void aLockedCopyIsMendedAndTheBadOneStays() throws IOException {
        Copies locked = copies(", lock-days: 365");
        archive.add(1, 9);
        archive.replicate(locked);
        store.rot("ours/" + archive.blobs.getFirst().name().path());
        assertThat(archive.checkAll(locked).work().get("far").repaired()).isEqualTo(1);
        assertThat(archive.checkAll(locked).troubles()).isEmpty();
    }

    @Test
    void aStoreThatBreaksOffIsToldAndKeepsNothingUp() throws IOException {
        archive.add(random(200_000));
        store.lie(Lie.BREAKS_OFF);
        CopyReport report = archive.replicate(copies);
        assertThat(report.well()).isFalse();
        assertThat(report.work().get("nas").copied()).isEqualTo(1);
        assertThat(copies.status().planned()).isZero();
        store.lie();
        assertThat(archive.replicate(copies).troubles()).isEmpty();
        assertThat(copies.status().planned()).isEqualTo(1);
    }

    @Test
    void aStoreThatHangsIsGivenUpAndTheOthersAreServed() throws IOException {
        archive.add(2, 10);
        archive.replicate(copies);
        archive.add(2, 11);
        store.lie(Lie.HANGS);
        long begun = System.nanoTime();

        CopyReport report = archive.replicate(copies);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(report.away()).containsKey("far");
        assertThat(report.work().get("nas").copied()).isEqualTo(2);
        assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::kind).contains("away");
        store.lie();
        assertThat(archive.replicate(copies).work().get("far").copied()).isEqualTo(2);
    }

    @Test
    void aStoreThatFailsOrIsGoneIsAwayAndLosesNoState() throws IOException {
        // Nothing hangs here: on a busy machine each answer may take its time.
        copies = copies("", Duration.ofMinutes(2));
        archive.add(2, 12);
        archive.replicate(copies);
        store.lie(Lie.FAILS);
        assertThat(archive.checkAll(copies).away().get("far")).contains("503");
        store.close();
        assertThat(archive.checkAll(copies).away()).containsKey("far");
        assertThat(copies.of(archive.blobs.getFirst().id())).allMatch(each -> each.state() == CopyState.HELD);
        assertThat(copies.status().planned()).as("as last known").isEqualTo(2);
        assertThat(copies.status().well()).isFalse();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
