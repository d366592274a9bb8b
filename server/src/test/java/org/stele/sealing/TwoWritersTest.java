package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;
import org.stele.faults.FaultReport;
import org.stele.tlog.Log;

/** Two programs on one database server write and publish at once and are killed again and again: there is one log, and it only grows. */
class TwoWritersTest {

    @TempDir
    Path data;

    @Test
    void twoProgramsNeverForkTheLog() throws Exception {
        kill(2);
    }

    /** How many pairs of programs are to be killed is said by the property {@code stele.faults.programs}. */
    @Test
    @Tag("faults")
    void twoProgramsNeverForkTheLogInManyKills() throws Exception {
        kill(Integer.getInteger("stele.faults.programs", 40));
    }

    private void kill(int times) throws Exception {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        try (TestDatabase database = TestDatabase.fresh()) {
            new Accounts(database.source()).add("amal", Role.EDITOR, "four words apart here", new By("the lead", "new here"));
            Map<Long, String> writers = new HashMap<>();
            Map<Long, String> signed = new HashMap<>();
            int bothWrote = 0;
            for (int kill = 0; kill < times; kill++) {
                List<Running> pair = List.of(start(database, dice, "one of pair " + kill), start(database, dice, "other of pair " + kill));
                for (Running each : pair) {
                    each.awaitSignature();
                }
                // One goes, the other works on alone for a while.
                for (Running each : pair) {
                    TimeUnit.MICROSECONDS.sleep(dice.nextInt(500_000));
                    assertThat(each.process.isAlive()).as("it works until it is killed; seed %d", seed).isTrue();
                    each.process.destroyForcibly().waitFor();
                }
                for (Running each : pair) {
                    for (String line : each.said()) {
                        String[] said = line.split(" ");
                        if (said[0].equals("wrote")) {
                            for (long index = Long.parseLong(said[2]); index < Long.parseLong(said[2])
                                    + Integer.parseInt(said[3]); index++) {
                                assertThat(writers.putIfAbsent(index, each.name + ", change " + said[1]))
                                        .as("entry %d has one writer, seed %d", index, seed).isNull();
                            }
                        } else {
                            String before = signed.putIfAbsent(Long.parseLong(said[1]), said[2]);
                            assertThat(before).as("two checkpoints over %s entries are one, seed %d", said[1], seed).isIn(null, said[2]);
                        }
                    }
                }
                bothWrote += pair.stream().allMatch(each -> each.said().stream().anyMatch(line -> line.startsWith("wrote"))) ? 1 : 0;
            }
            assertThat(bothWrote).isEqualTo(times);
            Sequencer sequencer = new Sequencer(database.source(), new DataPlace(data));
            Log log = sequencer.publish().orElseThrow();
            assertThat(signed).isNotEmpty().allSatisfy((size, root) ->
                    assertThat(log.root(size).base64()).as("the log begins with the %d entries that were signed, seed %d", size, seed)
                            .isEqualTo(root));
            assertThat(database.sql().sql("select count(*) from log_checkpoint").query(Long.class).single())
                    .isGreaterThanOrEqualTo(signed.size());
            assertThat(writers.keySet().stream().mapToLong(each -> each).max().orElse(0)).as("nothing acknowledged is lost")
                    .isLessThan(log.checkpoint().size());
            assertThat(database.sql().sql("select coalesce(sum(entries), 0) from sealed_block").query(Long.class).single())
                    .isEqualTo(log.checkpoint().size());
            assertThat(new Verification(database.source(), sequencer).run((done, total) -> { }).faults()).as("seed %d", seed).isEmpty();
            FaultReport.say("two programs write and publish at once, kill -9: %d pairs killed, %,d entries, %d checkpoints, one log"
                    .formatted(times, log.checkpoint().size(), signed.size()));
        }
    }

    private record Running(String name, Process process, Path words) {
        void awaitSignature() throws Exception {
            while (!Files.readString(words).contains("signed ") && process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        /** The last line may have been cut off in the middle, and then was not said. */
        List<String> said() {
            try {
                String all = Files.readString(words);
                return List.of(all.substring(0, all.lastIndexOf('\n') + 1).split("\n"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private Running start(TestDatabase database, Random dice, String name) throws Exception {
        var login = database.login();
        Path words = Files.createTempFile(data, "words", ".txt");
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), WriteUntilKilled.class.getName(), login.url(), String.valueOf(login.user()),
                        String.valueOf(login.password()),
                data.toString(), String.valueOf(dice.nextLong()), name));
        return new Running(name, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(words.toFile())
                .start(), words);
    }
}
