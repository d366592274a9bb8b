package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.faults.FaultReport;

/** Single bits turned in random copies, up to all but one copy of every blob. */
@Tag(FaultReport.TAG)
class BitRotTest {

    @TempDir
    Path data;

    @Test
    void everyTurnedBitIsFoundAndMendedAndNothingElseIsTouched() throws Exception {
        int blobs = Integer.getInteger("stele.faults.blobs", 1000);
        Random dice = new Random();
        try (Archive archive = new Archive(data)) {
            Map<String, Path> places = new HashMap<>(Map.of("main", archive.main.path(), "nas", archive.folder("nas"), "other", archive.folder("other")));
            Copies copies = archive.copies("""
                    policy: {copies: 3, places: 2, offline: 0}
                    main: {place: office}
                    locations:
                      - {name: nas, kind: folder, path: %s, place: office}
                      - {name: other, kind: folder, path: %s, place: bank}
                    """.formatted(places.get("nas"), places.get("other")));
            archive.add(blobs, dice.nextLong());
            assertThat(archive.replicate(copies).troubles()).isEmpty();
            long turned = 0;
            for (int k = 1; k <= blobs; k *= 10) {
                Map<String, Integer> hit = turn(archive, places, k, dice);
                CopyReport report = archive.checkAll(copies);
                assertThat(report.troubles()).isEmpty();
                for (String place : places.keySet()) {
                    int bad = hit.getOrDefault(place, 0);
                    assertThat(report.work().get(place).bad()).as("%s of %d", place, k).isEqualTo(bad);
                    assertThat(report.work().get(place).repaired()).as("%s of %d", place, k).isEqualTo(bad);
                    turned += bad;
                }
                for (Blob blob : archive.blobs) {
                    for (Path place : places.values()) {
                        assertThat(Archive.right(place, blob)).isTrue();
                    }
                }
                Thread.sleep(1100);
            }
            FaultReport.say("bit rot: %d single bits turned in copies of %d blobs at 3 locations, up to two copies of a blob: all found, all mended, 0 false alarms"
                    .formatted(turned, blobs));
        }
    }

    /** Turns a bit in one or two of the three copies of so many blobs; returns how many at each location. */
    private static Map<String, Integer> turn(Archive archive, Map<String, Path> places, int count, Random dice) throws Exception {
        List<Blob> blobs = new ArrayList<>(archive.blobs);
        Collections.shuffle(blobs, dice);
        Map<String, Integer> hit = new HashMap<>();
        for (Blob blob : blobs.subList(0, count)) {
            List<String> names = new ArrayList<>(places.keySet());
            Collections.shuffle(names, dice);
            for (String place : names.subList(0, 1 + dice.nextInt(2))) {
                assertThat(Files.exists(Archive.file(places.get(place), blob))).isTrue();
                Archive.rot(Archive.file(places.get(place), blob), dice);
                hit.merge(place, 1, Integer::sum);
            }
        }
        return hit;
    }
}
