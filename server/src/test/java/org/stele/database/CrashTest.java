package org.stele.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {
    @ParameterizedTest(name = "kill -9 of the server too: {0}")
    @ValueSource(booleans = {true, false})
    void killingTheProgramAmidCommitsLosesNothingAcknowledged(boolean serverToo, @TempDir Path folder) throws Exception {
        long acknowledged = 0;
        for (int round = 0; round < 2; round++) {
            try (OtherProgram program = OtherProgram.committing(folder)) {
                assertThat(program.acknowledged(150)).isEqualTo(acknowledged + 150);
                acknowledged = program.killed(serverToo);
            }
            try (Database database = EmbeddedCluster.start(folder, EmbeddedClusterTest.TARGET)) {
                assertThat(rows(database)).as("round %d", round).isGreaterThanOrEqualTo(acknowledged);
                acknowledged = rows(database);
            }
        }
    }

    @Test
    void aProgramKilledAtAnyMomentOfItsFirstStartLeavesAFolderThatStarts(@TempDir Path folder) throws Exception {
        for (int milliseconds : new int[] {400, 700, 1000, 1300, 1600, 2000, 2500}) {
            try (OtherProgram program = OtherProgram.committing(folder)) {
                Thread.sleep(milliseconds);
                program.killed(false);
            }
        }
        try (OtherProgram program = OtherProgram.committing(folder)) {
            assertThat(program.acknowledged(1)).isPositive();
            program.killed(true);
        }
    }

    @Test
    void aSecondProcessIsRefusedWithTheFolderAndTheHolder(@TempDir Path folder) throws Exception {
        try (OtherProgram program = OtherProgram.committing(folder)) {
            program.acknowledged(1);

            assertThatThrownBy(() -> EmbeddedCluster.start(folder, EmbeddedClusterTest.TARGET)).isInstanceOf(Refusal.class)
                    .hasMessageContaining(folder.toString()).hasMessageContaining("process " + program.pid());

            program.killed(true);
        }
    }

    @Test
    void theOrphanOfAKilledProgramIsStoppedByTheNextStart(@TempDir Path folder) throws Exception {
        try (OtherProgram program = OtherProgram.committing(folder)) {
            program.acknowledged(1);
            ProcessHandle orphan = program.server();
            program.killed(false);
            assertThat(orphan.info().command()).as("the server outlives the program").isPresent();

            try (Database database = EmbeddedCluster.start(folder, EmbeddedClusterTest.TARGET)) {
                assertThat(rows(database)).isPositive();
                assertThat(orphan.info().command()).as("the orphan is gone").isEmpty();
            }
        }
    }


    /** How many rows there are; no number may be missing below the highest. */
    private static long rows(Database database) throws Exception {
        try (Connection connection = database.login().connect(); Statement statement = connection.createStatement()) {
            long highest = CommitLoop.number(statement);
            try (var row = statement.executeQuery("select count(*) from acknowledged")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(highest);
            }
            return highest;
        }
    }
}
