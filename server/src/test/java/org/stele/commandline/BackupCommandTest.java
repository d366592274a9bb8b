package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;

class BackupCommandTest {
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
    void aDemonstrationIsBackedUpDrilledAndRestoredWithThreeShares() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            String data = folder.resolve("data").toString();
            String to = folder.resolve("to").toString();
            assertThat(run("demo", "--once", "--data", data, "--db-url", database.url())).as(err::toString).isZero();
            assertThat(run("backup", to, "--data", data, "--db-url", database.url())).as(err::toString).isZero();
            assertThat(out.toString()).contains("All new files were read back");
            assertThat(err.toString()).contains("only the service identity opens this backup");
            assertThat(run("keys", "shares", "--data", data)).as(err::toString).isZero();
            List<String> shares = papers(out.toString());
            assertThat(run("backup", to, "--data", data, "--db-url", database.url())).as(err::toString).isZero();
            assertThat(err.toString()).doesNotContain("WARNING");

            assertThat(run("backup", "list", to)).isZero();
            assertThat(out.toString().lines()).hasSize(2);
            assertThat(run("backup", "verify", to)).isZero();
            assertThat(run("backup", "drill", to, "--data", data)).as(out + "\n" + err).isZero();
            assertThat(out.toString()).contains("same figures by party and month").contains("The drill passed");

            Path there = folder.resolve("there");
            List<String> restore = new ArrayList<>(List.of("restore", to, "--data", there.toString(), "--share", shares.get(4), "--share", shares.get(0)));
            assertThat(run(restore.toArray(String[]::new))).isEqualTo(1);
            assertThat(err.toString()).contains("3 different shares are needed");
            assertThat(there).doesNotExist();
            restore.addAll(List.of("--share", shares.get(2)));
            assertThat(run(restore.toArray(String[]::new))).as(out + "\n" + err).isZero();
            assertThat(out.toString()).contains("are those that were counted when the backup was written");
            assertThat(run("count", "--month", "2020-11", "--by", "party", "--as-of", "2020-11-30", "--format", "csv", "--data", there.toString())).as(err::toString).isZero();
            assertThat(out.toString()).contains("regime,Syrian Regime forces,39,");
            assertThat(run("keys", "status", "--data", there.toString())).isEqualTo(1);
            assertThat(out.toString()).contains("can be read here").doesNotContain("LOCKED");
        }
    }

    private List<String> papers(String printed) throws Exception {
        String[] sheets = printed.split("-{20,}\n");
        List<String> papers = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            papers.add(Files.writeString(folder.resolve("paper-" + number), sheets[number]).toString());
        }
        return papers;
    }

    @Test
    void aNewerProgramWritesABackupBeforeItChangesTables() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Path data = folder.resolve("data");
            database.sql().sql("insert into change (number, at, made_by, reason) values (1, now(), 'Tester', 'before')").update();
            String[] command = {"account", "list", "--data", data.toString(), "--db-url", database.url()};
            assertThat(run(command)).as(err::toString).isZero();
            assertThat(data.resolve("backup-before-upgrade")).as("nothing is pending").doesNotExist();
            // As a database that an older program left: the last step was never taken.
            database.sql().sql("drop table key_version").update();
            database.sql().sql("delete from flyway_schema_history where script = 'V20__keys.sql'").update();
            assertThat(run(command)).as(err::toString).isZero();
            assertThat(run("backup", "list", data.resolve("backup-before-upgrade").toString())).isZero();
            assertThat(out.toString().lines()).singleElement().asString().contains("originals: none");
            assertThat(database.sql().sql("select count(*) from key_version").query(Long.class).single()).isZero();
        }
    }
}
