package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;

/**
 * Each call to the system on the way of an item to the disk fails once, one after the other, as on a disk that is going or full. The calls
 * of the connection to the database are among them. Items that fit one piece are tried: all their calls are made by one thread.
 */
@Tag(FaultReport.TAG)
class FailingCallsTest {

    private static final List<String> CALLS = List.of("openat", "write", "pwrite64", "fsync", "fdatasync", "chmod", "fchmod", "mkdir", "rename", "close");
    /** Where one of these fails the item must be refused: it is about the bytes or their name, and nothing else. */
    private static final Set<String> DECISIVE = Set.of("fsync", "fdatasync", "chmod", "fchmod", "mkdir", "rename");
    private static final int MOST = 60;

    @TempDir
    Path data;

    @Test
    void whateverFailsAnItemIsKeptWholeOrRefusedAndThenTakenFromItsSourceAgain() throws Exception {
        Machine.STRACE.needed();
        Map<String, Integer> tried = new TreeMap<>();
        Map<Long, Long> kept = new TreeMap<>();
        int refused = 0;
        int stumbled = 0;
        long number = 0;
        try (TestDatabase database = TestDatabase.fresh(); OpenArchive archive = new OpenArchive(database.login(), data);
                Victim victim = new Victim(data, database)) {
            for (int i = 0; i < 20; i++) {
                assertThat(victim.add(small(number++))).as("before anything fails").startsWith("kept");
            }
            for (String call : CALLS) {
                for (String error : List.of("EIO", "ENOSPC")) {
                    for (int when = 1; when <= MOST; when++) {
                        long sample = small(number);
                        number = sample + 1;
                        String said;
                        String hit;
                        try (StruckCall struck = new StruckCall(victim, call, "error=" + error, when, data.resolve("strace.log"))) {
                            said = victim.add(sample);
                            hit = struck.end();
                        }
                        if (hit.isEmpty()) {
                            break;
                        }
                        boolean ofDatabase = StruckCall.isToDatabase(hit);
                        tried.merge(call + (ofDatabase ? " to the database " : " ") + error, 1, Integer::sum);
                        if (said.startsWith("kept")) {
                            assertThat(DECISIVE).as("%s no. %d failed with %s, and: %s", call, when, error, said).doesNotContain(call);
                        } else {
                            refused++;
                            String first = said;
                            said = victim.add(sample);
                            if (ofDatabase && said.startsWith("failed")) {
                                // The driver may keep a connection that lost a message until it stumbles over it.
                                stumbled++;
                                said = victim.add(sample);
                            }
                            assertThat(said).as("once more from its source, after %s no. %d failed with %s: %s: %s", call, when, error, hit, first)
                                    .startsWith("kept");
                        }
                        kept.put(sample, Long.valueOf(said.split(" ")[1]));
                    }
                }
            }
            assertThat(tried).containsKeys("openat EIO", "write EIO", "fsync EIO", "rename EIO", "write ENOSPC", "fsync ENOSPC", "rename ENOSPC");
            Aftermath aftermath = new Aftermath(archive, data);
            aftermath.assertNothingAcknowledgedIsLost(kept);
            aftermath.assertNothingIsHalf(0);
            aftermath.assertNoAlarm();
            FaultReport.say("calls that failed, one at a time: %d %s; %d items refused and then taken again from their source (%d at the second try), %d kept; 0 lost, 0 half, 0 alarms, %d files left over"
                    .formatted(tried.values().stream().mapToInt(Integer::intValue).sum(), tried, refused, stumbled, kept.size(), aftermath.strays()));
        }
    }

    /** The next sample that fits one piece. */
    private static long small(long number) {
        return new Sample(number).bytes().length < 1 << 19 ? number : small(number + 1);
    }
}
