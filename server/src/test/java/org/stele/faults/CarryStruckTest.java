package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items are carried to an offline disk; each call to the system on their way fails once, or is the one at which the program is killed. */
@Tag(FaultReport.TAG)
class CarryStruckTest {

    /** All by which a disk comes to hold something else than before. */
    private static final List<String> CHANGING = List.of("mkdir", "write", "fsync", "rename", "unlink", "rmdir");
    private static final List<String> CALLS = List.of("openat", "write", "fsync", "mkdir", "rename", "unlink", "rmdir", "close");
    private static final int MOST = 400;

    @TempDir
    Path folder;

    @BeforeEach
    void possible() {
        Machine.STRACE.needed();
    }

    @Test
    void aProgramKilledAtAnyCallLeavesWhatWasCarriedBeforeAndTheNextCarryGoesOn() throws Exception {
        int every = Integer.getInteger("stele.faults.carries", 3);
        List<String> ordering = List.of("fsync", "rename");
        Map<String, Integer> killed = new TreeMap<>();
        int between = 0;
        try (CarriedDisks disks = new CarriedDisks(folder, 7003)) {
            for (String call : CHANGING) {
                for (int when = 1; when <= MOST; when += ordering.contains(call) ? 1 : every) {
                    String at = "killed at " + call + " no. " + when;
                    Path disk = disks.copyOfDisk(folder.resolve(call + when));
                    String said;
                    try (Victim victim = disks.victim();
                            StruckCall struck = new StruckCall(victim, call, StruckCall.KILL, when, folder.resolve("strace.log"))) {
                        said = victim.ask("carry " + disk);
                        struck.end();
                    }
                    if (!said.equals(Victim.KILLED)) {
                        assertThat(said).as(at).isEqualTo("kept 2");
                        break;
                    }
                    killed.merge(call, 1, Integer::sum);
                    between += disks.assertCarriedBeforeStands(disk, at) ? 1 : 0;
                    disks.assertNextCarryEndsIt(disk, at);
                }
            }
        }
        assertThat(killed).containsKeys("mkdir", "write", "fsync", "rename");
        FaultReport.say(("kill -9 amid carrying to a disk: %d %s; what was carried before stood, the next carry ended it each time; "
                + "%d times one item stood between two renames")
                .formatted(killed.values().stream().mapToInt(Integer::intValue).sum(), killed, between));
    }

    @Test
    void aCallThatFailsLeavesWhatWasCarriedBeforeAndTheNextCarryGoesOn() throws Exception {
        Map<String, Integer> failed = new TreeMap<>();
        int refused = 0;
        int between = 0;
        try (CarriedDisks disks = new CarriedDisks(folder, 7003); Victim victim = disks.victim()) {
            assertThat(victim.ask("carry " + disks.copyOfDisk(folder.resolve("before-anything-fails")))).isEqualTo("kept 2");
            for (String call : CALLS) {
                for (String error : List.of("EIO", "ENOSPC")) {
                    for (int when = 1; when <= MOST; when++) {
                        String at = call + " no. " + when + " failed with " + error;
                        Path disk = disks.copyOfDisk(folder.resolve(call + when + error));
                        String said;
                        String hit;
                        try (StruckCall struck = new StruckCall(victim, call, "error=" + error, when, folder.resolve("strace.log"))) {
                            said = victim.ask("carry " + disk);
                            hit = struck.end();
                        }
                        if (hit.isEmpty() && said.startsWith("kept")) {
                            break;
                        }
                        assertThat(said).as(at).isNotEqualTo(Victim.KILLED);
                        failed.merge(call + (StruckCall.isToDatabase(hit) ? " to the database" : ""), 1, Integer::sum);
                        if (said.startsWith("kept")) {
                            disks.assertAllCarried(disk, at + ", and carrying said: " + said);
                        } else {
                            refused++;
                            between += disks.assertCarriedBeforeStands(disk, at + ", and carrying said: " + said) ? 1 : 0;
                        }
                        disks.assertNextCarryEndsIt(disk, at + ", and carrying said: " + said);
                        Machine.run("rm", "-rf", disk.toString());
                    }
                }
            }
        }
        assertThat(failed).containsKeys("openat", "write", "fsync", "mkdir", "rename");
        FaultReport.say(("calls that failed amid carrying to a disk, one at a time: %d %s; %d carries said that they failed, "
                + "0 of what was carried before lost, the next carry ended it each time; %d times one item stood between two renames")
                .formatted(failed.values().stream().mapToInt(Integer::intValue).sum(), failed, refused, between));
    }
}
