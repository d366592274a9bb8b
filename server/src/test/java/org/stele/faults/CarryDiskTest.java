package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An offline disk that runs full while items are carried to it, and one whose power goes as they are. */
@Tag(FaultReport.TAG)
class CarryDiskTest {

    /** A sample of more than 1 MiB. */
    private static final long LARGE = 7018;

    @TempDir
    Path folder;

    @Test
    void onAFullDiskWhatWasCarriedBeforeStandsAndTheNextCarryGoesOn() throws Exception {
        Machine.SMALL_DISK.needed();
        int need = new Sample(LARGE).bytes().length;
        assertThat(need).isGreaterThan(1 << 20);
        int refused = 0;
        try (CarriedDisks disks = new CarriedDisks(folder, LARGE); SmallDisk small = SmallDisk.make("size=12m")) {
            for (int room = 0; room < need; room += need / 24) {
                String when = room + " bytes of room";
                Path disk = disks.copyOfDisk(small.path().resolve("disk-" + room));
                Path filler = small.path().resolve("filler");
                long free = Files.getFileStore(small.path()).getUsableSpace();
                Files.write(filler, new byte[(int) Math.max(0, free - room)]);
                assertThatThrownBy(() -> disks.carry(disk)).as(when).isInstanceOf(IOException.class)
                        .hasMessageContainingAll("No space left", "What stands on the disk is whole; the next run goes on");
                refused++;
                assertThat(small.open()).as("files still open, %s", when).isEmpty();
                assertThat(disks.assertCarriedBeforeStands(disk, when)).as(when).isFalse();
                Files.delete(filler);
                disks.assertNextCarryEndsIt(disk, when);
                Machine.run("rm", "-rf", disk.toString());
            }
        }
        FaultReport.say(("offline disk full amid carrying: %d carries refused at different amounts of room, "
                + "what was carried before stood, the next one went on")
                .formatted(refused));
    }

    @Test
    void whatACarryHasSaidIsOnTheDiskIfThePowerGoesAtThatMoment() throws Exception {
        Machine.LOOP.needed();
        int cuts = 5;
        int unforced = 0;
        try (CarriedDisks disks = new CarriedDisks(folder, LARGE); LoopDisk loop = LoopDisk.make(folder.resolve("loop"), 128)) {
            for (int cut = 0; cut < cuts; cut++) {
                Path disk = disks.copyOfDisk(loop.mounted().resolve("disk-" + cut));
                Machine.run("sync", "-f", loop.mounted().toString());
                Files.writeString(loop.mounted().resolve("unforced-" + cut), "written, and not forced to the disk");
                assertThat(disks.carry(disk).failed()).isEmpty();
                try (LoopDisk after = loop.afterPowerCut(folder.resolve("after-" + cut))) {
                    Path there = after.mounted().resolve("unforced-" + cut);
                    unforced += Files.exists(there) && Files.size(there) > 0 ? 1 : 0;
                    disks.assertAllCarried(after.mounted().resolve(disk.getFileName()), "power cut " + cut);
                }
            }
        }
        assertThat(unforced).as("files that were not forced and survived: the cut is none").isLessThan(cuts);
        FaultReport.say(("power cut of an offline disk right after a carry: %d cuts, all that was carried is there and sound; "
                + "of %d files not forced, %d survived")
                .formatted(cuts, cuts, unforced));
    }
}
