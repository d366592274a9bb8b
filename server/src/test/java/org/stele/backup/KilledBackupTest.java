package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;

/** Kills a program amid its backups, again and again: what is listed is whole, and what was acknowledged is listed. */
class KilledBackupTest {
    private static final int KILLS = 8;
    @TempDir
    Path folder;

    @Test
    void whatIsListedAfterAnyKillIsWholeAndOpens() throws Exception {
        Path data = folder.resolve("data");
        Path to = folder.resolve("to");
        Keyring keyring = Keyring.open(data);
        Identity identity = keyring.identity().orElseThrow();
        Random random = new Random();
        try (TestDatabase database = TestDatabase.fresh()) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), BackupLoop.class.getName(), data.toString(), to.toString(),
                                database.url()).redirectErrorStream(true).start();
                List<String> acknowledged = new ArrayList<>();
                BufferedReader said = process.inputReader();
                // One is sure to be done; the kill comes somewhere in those after it.
                String first = said.readLine();
                assertThat(first).startsWith("written ");
                acknowledged.add(first);
                Thread.sleep(random.nextLong(900));
                process.toHandle().destroyForcibly();
                process.waitFor();
                said.lines().filter(line -> line.matches("written \\S+-[0-9a-f]{32}")).forEach(acknowledged::add);

                List<BackupPlace.Named> listed = BackupPlace.existing(to).list();
                assertThat(listed.stream().map(each -> "written " + each.name())).containsAll(acknowledged);
                for (BackupPlace.Named each : listed) {
                    assertThat(BackupPlace.existing(to).faults(each, at -> { })).isEmpty();
                    assertThat(Backup.manifest(BackupPlace.existing(to), each, List.of(identity)).part("table/change").rows()).isPositive();
                }
            }
        }
        try (var left = Files.list(to)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(Turn.PART)).count())
                    .as("each cleared what the one before left").isLessThanOrEqualTo(1);
        }
    }
}
