package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.faults.FaultReport;
import org.stele.history.Version;
import org.stele.vault.Act;

/** What was acknowledged survives kill -9 at any point, and nothing that was not whole is in the register. */
class KilledTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path data;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        kill(3);
    }

    /** How many programs are to be killed is said by the property {@code stele.faults.programs}. */
    @Test
    @Tag("faults")
    void nothingAcknowledgedIsLostInManyKills() throws Exception {
        int programs = Integer.getInteger("stele.faults.programs", 50);
        kill(programs);
        FaultReport.say("kill -9 amid adding and reading, one item at a time: %d programs killed, 0 lost, no reading without its record".formatted(programs));
    }

    private void kill(int times) throws Exception {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        Files.createDirectories(data.resolve("vault"));
        AddUntilKilled.Rooms rooms = AddUntilKilled.Rooms.on(DATABASE.source(), data);
        long known = 0;
        int kept = 0;
        for (int kill = 0; kill < times; kill++) {
            for (String line : killed(dice)) {
                String[] said = line.split(" ");
                long item = Long.parseLong(said[1]);
                if (said[0].equals("kept")) {
                    kept++;
                    assertThat(digest(rooms, item)).as("item %d, acknowledged before kill %d, seed %d", item, kill, seed).isEqualTo(said[2]);
                } else {
                    long event = Long.parseLong(said[2]);
                    assertThat(rooms.items().chain(rooms.items().current(item))).as("event %d of item %d, whose bytes were given out", event, item)
                            .anyMatch(each -> each.id() == event && each.act() == Act.READ);
                }
            }
            for (Version<Item> each : rooms.items().latest(0, 100_000)) {
                if (each.id() > known) {
                    assertThat(digest(rooms, each.id())).as("item %d is in the register, so it is whole", each.id())
                            .isEqualTo(rooms.items().blob(each.record()).sha256());
                }
            }
            known = rooms.items().latest(0, 1).stream().mapToLong(Version::id).max().orElse(0);
        }
        assertThat(kept).isGreaterThanOrEqualTo(times);
    }

    /** Runs the process until a moment after its first word, kills it, and gives what it had said. */
    private List<String> killed(Random dice) throws Exception {
        var login = DATABASE.login();
        Path words = Files.createTempFile(data, "words", ".txt");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), AddUntilKilled.class.getName(), login.url(), String.valueOf(login.user()),
                String.valueOf(login.password()), data.toString(), String.valueOf(dice.nextLong())).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(words.toFile()).start();
        while (Files.size(words) == 0 && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MICROSECONDS.sleep(dice.nextInt(600_000));
        assertThat(process.isAlive()).as("the process works until it is killed").isTrue();
        process.destroyForcibly().waitFor();
        List<String> said = new ArrayList<>(Files.readAllLines(words));
        // The last word may have been cut off in the middle, and then was not said.
        String last = said.getLast();
        if (said.size() > 1 && (last.startsWith("gave") || !last.matches("kept \\d+ [0-9a-f]{64}"))) {
            said.removeLast();
        }
        return said;
    }

    private static String digest(AddUntilKilled.Rooms rooms, long item) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (var channel = rooms.vault().open(rooms.items().blob(rooms.items().current(item).record()));
                var bytes = new DigestInputStream(Channels.newInputStream(channel), sha256)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            return "not readable: " + e;
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
