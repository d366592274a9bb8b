package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;

class DemoCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void itLoadsOnceAndPrintsTheMonthAndTheYearAndWritesTheReport(@TempDir Path folder) {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(run("demo", "--once", "--data", folder.toString(), "--db-url", database.url())).as(err::toString).isZero();
            assertThat(err.toString()).as("progress").contains("2020-11");
            assertThat(out.toString()).contains("Loaded the synthetic demonstration").contains("invented");
            assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**.en.pdf").isDirectoryContaining("glob:**.ar.pdf")
                    .isDirectoryContaining("glob:**.en.html").isDirectoryContaining("glob:**.json").isDirectoryNotContaining("glob:**.new");
            String figures = figures();
            assertThat(figures).containsPattern("Syrian Regime forces +39 +5 +0 +34 +25").containsPattern("Total +172 +16 +11 +145 +30")
                    .containsPattern("Gunfire of unknown source +65 +2 +4 +59").containsPattern("November 2020 +172 +16 +11 +30 +2 +12")
                    .containsPattern("1 January to 30 November 2020 +1,635 +314 +160 +149 +41 +98");

            assertThat(run("demo", "--once", "--data", folder.toString(), "--db-url", database.url())).as(err::toString).isZero();
            assertThat(out.toString()).contains("loaded already").doesNotContain("Loaded the");
            assertThat(figures()).isEqualTo(figures);
        }
    }

    @Test
    void itIsNotPutIntoARegisterOfOtherRecords() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.sql().sql("insert into change (number, at, made_by, reason) values (1, now(), 'a researcher', 'a real record')").update();

            assertThat(run("demo", "--once", "--db-url", database.url())).isEqualTo(1);
            assertThat(err.toString()).contains("already holds records").contains("--data");
            assertThat(database.sql().sql("select count(*) from victim").query(Long.class).single()).isZero();
        }
    }

    /** The tables. */
    private String figures() {
        String said = out.toString();
        return said.substring(said.indexOf("November 2020, as the register knew it"), said.indexOf("The report of"));
    }
}
