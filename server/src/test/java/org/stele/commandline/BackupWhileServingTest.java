package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.backup.BackupPlace;
import org.stele.intake.ImportOrder;
import org.stele.intake.Imports;
import org.stele.sealing.Sequencer;

/** The server runs on the embedded database, lists come in and the log is published all the while; backups are asked for and come due. */
class BackupWhileServingTest {
    private static final int ROWS = 300;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void aBackupAmidImportsIsOneStateThatRestoresAndVerifies() throws Exception {
        String data = folder.resolve("data").toString();
        Path asked = folder.resolve("asked");
        Path owed = folder.resolve("owed");
        assertThat(run("codebook", "adopt", "syria", "--reason", "first set-up", "--data", data)).as(err::toString).isZero();
        AtomicBoolean done = new AtomicBoolean();
        try (OpenRegister server = OpenRegister.serving(SteleApplication.class, Path.of(data), null, "server.port=0",
                "stele.backup.every=3s", "stele.backup.to=" + owed,
                "stele.backup.keep=2")) {
            CompletableFuture<Integer> lists = CompletableFuture.supplyAsync(() -> importing(server, done));
            CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    server.get(Sequencer.class).publish();
                }
            });
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/backup.sock"))))
                    .isEqualTo("rw-------");
            for (int each = 0; each < 3; each++) {
                assertThat(run("backup", asked.toString(), "--data", data)).as(() -> out + "\n" + err).isZero();
                assertThat(out.toString()).contains("All new files were read back");
            }
            assertThat(run("backup", folder.resolve("data").toString(), "--data",
                    data)).as("what the server refuses, the command says").isEqualTo(1);
            assertThat(err.toString()).contains("what is lost with the register is no backup");
            awaitBackups(owed, 3);
            done.set(true);
            assertThat(lists.get()).as("lists that came in meanwhile").isGreaterThan(2);
            publishing.get();
            assertThat(run("doctor", "--data", data)).as("the database is held").isEqualTo(1);
            assertThat(out.toString()).containsPattern("ok +backup +the last on .* every PT3S to " + owed);
        }
        assertThat(BackupPlace.existing(owed).list()).hasSize(2);
        for (Path each : List.of(asked, owed)) {
            Path there = folder.resolve("restored-" + each.getFileName());
            assertThat(run("restore", each.toString(), "--identity", folder.resolve("data/keys/service.identity").toString(), "--data",
                    there.toString())).as(() -> out + "\n" + err).isZero();
            assertThat(out.toString()).contains("The figures as of");
            assertThat(run("verify", "--data", there.toString())).as(out::toString).isZero();
        }
        assertThat(run("backup", "drill", asked.toString(), "--data", data)).as(() -> out + "\n" + err).isZero();
        assertThat(out.toString()).contains("same log:", "begins with it", "same records: each of", "same figures by party and month",
                "Recovery took", "The drill passed");
    }

    private int importing(OpenRegister server, AtomicBoolean done) {
        int lists = 0;
        try {
            Path mapping = Files.writeString(folder.resolve("list.yaml"), """
                    mapping: example
                    codebook: syria
                    source: {kind: partner-list, name: An example list}
                    key: no
                    standing: received
                    fields: {name: {either: name}, sex: {column: sex, values: {F: female, M: male}}}
                    """);
            while (!done.get()) {
                var rows = new StringBuilder("no,name,sex\n");
                for (int row = 0; row < ROWS; row++) {
                    rows.append(lists * ROWS + row).append(",Sample ").append(row).append(row % 2 == 0 ? ",F\n" : ",M\n");
                }
                Path list = Files.writeString(folder.resolve("list-" + lists + ".csv"), rows);
                assertThat(server.get(Imports.class).run(new ImportOrder(list, mapping, "amal", false, null), (at, of) ->
                        { }).rejected()).isZero();
                lists++;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lists;
    }

    private static void awaitBackups(Path place, int atLeast) throws Exception {
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        java.util.Set<String> seen = new java.util.TreeSet<>();
        while (seen.size() < atLeast && Instant.now().isBefore(until)) {
            if (Files.isDirectory(place.resolve("backups"))) {
                seen.addAll(List.of(place.resolve("backups").toFile().list((in, name) -> name.endsWith(".json"))));
            }
            Thread.sleep(50);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast);
    }
}
