package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.faults.FaultReport;

/** Rot in so many blobs at one location: all found, mended from a copy that is what the log says, and the bad bytes kept. */
class RotOfOneCopyTest {

    @TempDir
    Path data;

    @Test
    void rotInAnyNumberOfBlobsIsFoundMendedAndKept() throws Exception {
        rot(30, 1, 30);
    }

    @Test
    @Tag(FaultReport.TAG)
    void rotInUpToAThousandBlobsIsFoundMendedAndKept() throws Exception {
        rot(1_000, 1, 10, 100, 500, 1_000);
        FaultReport.say("bit rot at one location: 1, 10, 100, 500 and 1,000 of 1,000 blobs, a tenth of them rotten the same way at a second location:"
                + " all found, all mended from the copy that the log vouches for, all bad bytes in quarantine");
    }

    private void rot(int blobs, int... rotten) throws Exception {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        try (Archive archive = new Archive(data)) {
            Path nas = archive.folder("nas");
            Path bank = archive.folder("bank");
            Copies copies = archive.copies("""
                    policy: {copies: 3, places: 2, offline: 0}
                    main: {place: office}
                    locations:
                      - {name: nas, kind: folder, path: %s, place: office}
                      - {name: bank, kind: folder, path: %s, place: bank}
                    """.formatted(nas, bank));
            archive.add(blobs, dice.nextLong());
            assertThat(archive.replicate(copies).troubles()).isEmpty();
            for (int k : rotten) {
                Map<String, Path> places = Map.of("main", archive.main.path(), "nas", nas, "bank", bank);
                clear(places.values());
                List<Blob> chosen = new ArrayList<>(archive.blobs);
                Collections.shuffle(chosen, dice);
                Map<String, Set<String>> bad = new HashMap<>(Map.of("main", new HashSet<>(), "nas", new HashSet<>(), "bank", new HashSet<>()));
                for (int n = 0; n < k; n++) {
                    Blob blob = chosen.get(n);
                    bad.get("main").add(rot(archive.main.path(), blob, dice));
                    if (n % 10 == 0) {
                        // A majority for wrong bytes: two copies agree, and the third is what the log says.
                        Files.copy(Archive.file(archive.main.path(), blob), writable(Archive.file(nas, blob)), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        bad.get("nas").add(Archive.text(Archive.file(nas, blob)));
                    }
                }

                CopyReport report = archive.checkAll(copies);

                assertThat(report.troubles()).as("seed %d", seed).isEmpty();
                for (String place : places.keySet()) {
                    assertThat(report.work().get(place).bad()).as("%s, %d rotten, seed %d", place, k, seed).isEqualTo(bad.get(place).size());
                    assertThat(report.work().get(place).repaired()).as("%s, %d rotten, seed %d", place, k, seed).isEqualTo(bad.get(place).size());
                    assertThat(quarantine(places.get(place))).as("%s, %d rotten, seed %d", place, k, seed).isEqualTo(bad.get(place));
                    for (Blob blob : archive.blobs) {
                        assertThat(Archive.right(places.get(place), blob)).as("%s at %s, seed %d", blob.name(), place, seed).isTrue();
                    }
                }
            }
            assertThat(archive.checkAll(copies).work().values()).allMatch(each -> each.bad() == 0 && each.checked() == blobs);
        }
    }

    private static String rot(Path place, Blob blob, Random dice) throws IOException {
        Archive.rot(Archive.file(place, blob), dice);
        return Archive.text(Archive.file(place, blob));
    }

    private static Path writable(Path file) {
        file.toFile().setWritable(true);
        return file;
    }

    private static Set<String> quarantine(Path place) throws IOException {
        Set<String> kept = new HashSet<>();
        for (Path each : in(place.resolve(Folder.QUARANTINE))) {
            kept.add(Archive.text(each));
        }
        return kept;
    }

    /** What earlier rounds kept would be counted again. */
    private static void clear(Iterable<Path> places) throws IOException {
        for (Path place : places) {
            for (Path each : in(place.resolve(Folder.QUARANTINE))) {
                Files.delete(each);
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
