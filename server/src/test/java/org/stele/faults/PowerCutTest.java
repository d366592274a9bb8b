package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Database;
import org.stele.database.OwnDatabase;
import org.stele.database.TestDatabase;
import org.stele.evidence.Receiving;

/** A disk as it is found after the power went: with what was forced to it, and with nothing that the system kept in memory. */
@Tag(FaultReport.TAG)
class PowerCutTest {

    @TempDir
    Path folder;

    @BeforeEach
    void possible() {
        Machine.LOOP.needed();
    }

    /** The database lies elsewhere here: its commits would force the disk of the vault too, and hide what the vault itself left undone. */
    @Test
    void anItemIsOnTheDiskAtTheMomentItIsAcknowledged() throws Exception {
        int cuts = Integer.getInteger("stele.faults.cuts", 25);
        int unforced = 0;
        try (TestDatabase database = TestDatabase.fresh(); LoopDisk disk = LoopDisk.make(folder.resolve("disk"), 128)) {
            Path data = Files.createDirectory(disk.mounted().resolve("data"));
            try (OpenArchive archive = new OpenArchive(database.login(), data)) {
                for (int cut = 0; cut < cuts; cut++) {
                    Files.writeString(data.resolve("unforced-" + cut), "written, and not forced to the disk");
                    long item = new Sample(cut).addTo(archive.get(Receiving.class)).item();
                    try (LoopDisk after = disk.afterPowerCut(folder.resolve("after"))) {
                        Path found = after.mounted().resolve("data");
                        unforced += isThere(found.resolve("unforced-" + cut)) ? 1 : 0;
                        try (OpenArchive restarted = new OpenArchive(database.login(), found)) {
                            new Aftermath(restarted, found).assertNothingAcknowledgedIsLost(Map.of((long) cut, item));
                        }
                    }
                }
            }
        }
        assertThat(unforced).as("files that were not forced and survived: the cut is none").isLessThan(cuts);
        FaultReport.say("power cut right after an acknowledgement: %d cuts, 0 items lost; of %d files written beside without being forced, %d survived"
                .formatted(cuts, cuts, unforced));
    }

    /** PostgreSQL and the vault on one disk, eight items at a time, killed and cut off at a random moment. */
    @Test
    void theWholeRegisterComesBackWithEveryAcknowledgedItem() throws Exception {
        int cuts = Integer.getInteger("stele.faults.registers", 3);
        Random dice = new Random();
        int acknowledged = 0;
        int cutOff = 0;
        for (int cut = 0; cut < cuts; cut++) {
            try (LoopDisk disk = LoopDisk.make(folder.resolve("disk-" + cut), 700)) {
                Adding.Said said = killed(disk.mounted().resolve("data"), dice);
                try (LoopDisk after = disk.afterPowerCut(folder.resolve("after-" + cut))) {
                    Path found = after.mounted().resolve("data");
                    try (Database database = OwnDatabase.open(found); OpenArchive restarted = new OpenArchive(database.login(), found)) {
                        Aftermath aftermath = new Aftermath(restarted, found);
                        aftermath.assertNothingAcknowledgedIsLost(said.kept());
                        aftermath.assertNothingIsHalf(0);
                        aftermath.assertNoAlarm();
                    }
                }
                acknowledged += said.kept().size();
                cutOff += said.cutOff().size();
            }
        }
        FaultReport.say("power cut of a whole register (PostgreSQL and vault on one disk): %d cuts, %d items acknowledged before, %d under way: 0 lost, 0 half, 0 alarms"
                .formatted(cuts, acknowledged, cutOff));
    }

    private static Adding.Said killed(Path data, Random dice) throws Exception {
        try (Adding adding = Adding.begin(data, 0, 8, null)) {
            adding.ready();
            adding.kept(5 + dice.nextInt(60));
            ProcessHandle server = OwnDatabase.server(data);
            Adding.Said said = adding.kill();
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
            server.onExit().join();
            return said;
        }
    }

    private static boolean isThere(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }
}
