package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.faults.FaultReport;
import org.stele.vault.LyingStore.Lie;

/** A store that lies about some of very many copies, and one that is cut off amid the work: what is told is all of it, and nothing else. */
@Tag(FaultReport.TAG)
class StoreFaultsTest {

    private static final int BLOBS = Integer.getInteger("stele.faults.stored", 300);

    @TempDir
    Path data;

    private final long seed = System.nanoTime();
    private final Random dice = new Random(seed);
    private Archive archive;
    private LyingStore store;
    private Path nas;

    @BeforeEach
    void open() throws IOException {
        archive = new Archive(data);
        store = new LyingStore();
        nas = archive.folder("nas");
        archive.add(BLOBS, dice.nextLong());
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    private Copies copies(Duration patience) {
        return archive.copies("""
                policy: {copies: 3, places: 2, offline: 0}
                main: {place: office}
                locations:
                  - {name: far, kind: s3, endpoint: "%s", bucket: copies, prefix: ours, place: abroad, credentials: env:STORE}
                  - {name: nas, kind: folder, path: %s, place: office}
                """.formatted(store.endpoint(), nas), patience);
    }

    @Test
    void everyLieAboutACopyIsFoundInOneRoundAndNoTrueOneIsDoubted() throws IOException {
        Copies copies = copies(Duration.ofMinutes(2));
        Map<String, Integer> found = new TreeMap<>();

        Set<Long> lost = chosen();
        store.lieAbout(keys(lost)::contains, Lie.LOSES_WRITES);
        CopyReport report = archive.replicate(copies);
        assertThat(report.troubles()).as("seed %d", seed).anyMatch(each -> each.contains("read back otherwise: it is not there"));
        assertThat(report.troubles()).as("no more is given to a store that loses what it was given, seed %d", seed)
                .anyMatch(each -> each.contains("nothing more was written to it"));
        assertThat(notHeld(copies)).as("a copy that was lost counts, seed %d", seed).containsAll(lost);
        assertThat(store.held()).as("a copy counts that is not there, seed %d", seed).hasSizeGreaterThanOrEqualTo((int) held(copies));
        assertThat(report.work().get("nas").copied()).as("the other one is served, seed %d", seed).isEqualTo(BLOBS);
        found.put("writes lost", lost.size());
        store.lie();
        assertThat(archive.replicate(copies).troubles()).as("filled again, seed %d", seed).isEmpty();
        assertThat(notHeld(copies)).as("seed %d", seed).isEmpty();

        Set<Long> wrong = chosen();
        store.lieAbout(keys(wrong)::contains, Lie.WRONG_BYTES);
        report = archive.checkAll(copies);
        assertThat(report.work().get("nas").bad() + report.work().get("main").bad()).as("seed %d", seed).isZero();
        assertThat(notHeld(copies)).as("wrong bytes given back, seed %d", seed).isEqualTo(wrong);
        found.put("wrong bytes given back", wrong.size());
        store.lie();
        archive.checkAll(copies);
        assertThat(notHeld(copies)).as("honest again, seed %d", seed).isEmpty();

        Set<Long> rotten = chosen();
        keys(rotten).forEach(store::rot);
        Set<Long> forgotten = chosen();
        forgotten.removeAll(rotten);
        keys(forgotten).forEach(store::forget);
        report = archive.checkAll(copies);
        assertThat(report.work().get("far").bad()).as("seed %d", seed).isEqualTo(rotten.size() + forgotten.size());
        assertThat(report.work().get("far").repaired()).as("seed %d", seed).isEqualTo(rotten.size() + forgotten.size());
        found.put("rotten in the store", rotten.size());
        found.put("forgotten by the store", forgotten.size());
        assertAllWell(copies);

        store.lie(Lie.ACCEPTS_BAD_DIGESTS);
        assertThat(archive.checkAll(copies).troubles()).singleElement().asString().contains("do not have the SHA-256");
        FaultReport.say(("lying store, %d copies: %s, each told within one round, none counted, all mended; "
                + "digests not compared: told in the same round; 0 true copies doubted")
                .formatted(BLOBS, found));
    }

    @Test
    void aStoreThatIsCutOffAmidCopyingOrReadingCostsNothingButTime() throws IOException {
        int cuts = Integer.getInteger("stele.faults.partitions", 12);
        int amidCopying = 0;
        int amidReading = 0;
        Copies copies = copies(Duration.ofSeconds(6));
        Copies calm = copies(Duration.ofMinutes(2));
        for (int cut = 0; cut < cuts; cut++) {
            Lie how = cut % 2 == 0 ? Lie.FAILS : Lie.HANGS;
            String when = "cut %d, %s, seed %d".formatted(cut, how, seed);
            if (cut > 0) {
                archive.add(20, dice.nextLong());
            }
            long held = held(copies);
            store.lieAfter(20 + dice.nextInt(cut == 0 ? BLOBS : 15), how);
            CopyReport report = archive.replicate(copies);
            assertThat(report.work().get("nas").copied()).as("the other one is served, %s", when).isEqualTo(cut == 0 ? BLOBS : 20);
            assertThat(report.well()).as(when).isFalse();
            assertThat(held(copies)).as("none that was held is given up, %s", when).isGreaterThanOrEqualTo(held);
            amidCopying++;
            store.lie();
            assertThat(archive.replicate(calm).troubles()).as(when).isEmpty();
            assertAllWell(calm);

            store.lieAfter(20 + dice.nextInt(BLOBS / 2), how);
            report = archive.checkAll(copies);
            assertThat(report.well()).as(when).isFalse();
            assertThat(report.work().get("nas").bad() + report.work().get("main").bad()).as(when).isZero();
            assertThat(report.away()).as(when).containsKey("far");
            assertThat(copies.status().planned()).as("as last known, %s", when).isEqualTo(archive.blobs.size());
            assertThat(copies.status().lost()).as(when).isZero();
            amidReading++;
            store.lie();
            assertAllWell(calm);
        }
        FaultReport.say(("store cut off after a random number of requests (errors, silence): %d times amid copying, %d amid reading again, "
                + "%d originals; the other location was served each time, all caught up, 0 lost")
                .formatted(amidCopying, amidReading, archive.blobs.size()));
    }

    private void assertAllWell(Copies copies) throws IOException {
        assertThat(archive.checkAll(copies).troubles()).as("seed %d", seed).isEmpty();
        assertThat(notHeld(copies)).as("seed %d", seed).isEmpty();
        Map<String, byte[]> held = store.held();
        for (Blob blob : archive.blobs) {
            assertThat(held.get(key(blob))).as("%s, seed %d", blob.name(), seed)
                    .isEqualTo(Files.readAllBytes(Archive.file(archive.main.path(), blob)));
            assertThat(Archive.right(nas, blob)).isTrue();
        }
    }

    private long held(Copies copies) {
        return archive.blobs.size() - notHeld(copies).size();
    }

    /** Blobs of which the store is not known to hold a right copy. */
    private Set<Long> notHeld(Copies copies) {
        Set<Long> not = new TreeSet<>();
        for (Blob blob : archive.blobs) {
            if (copies.of(blob.id()).stream().noneMatch(each -> each.location().equals("far") && each.state() == CopyState.HELD)) {
                not.add(blob.id());
            }
        }
        return not;
    }

    /** About a tenth of them. */
    private Set<Long> chosen() {
        Set<Long> chosen = new TreeSet<>();
        while (chosen.size() < Math.max(1, BLOBS / 10)) {
            chosen.add(archive.blobs.get(dice.nextInt(BLOBS)).id());
        }
        return chosen;
    }

    private Set<String> keys(Set<Long> blobs) {
        Set<String> keys = new HashSet<>();
        archive.blobs.stream().filter(each -> blobs.contains(each.id())).forEach(each -> keys.add(key(each)));
        return keys;
    }

    private static String key(Blob blob) {
        return "ours/" + blob.name().path();
    }
}
