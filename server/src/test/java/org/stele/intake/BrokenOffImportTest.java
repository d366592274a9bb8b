package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.TestDatabase;

/** A program that is killed amid an import, and the import that is run again. */
class BrokenOffImportTest {

    static final int ROWS = 45_000;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "with a key: {0}")
    @ValueSource(booleans = {true, false})
    void aKilledImportRunAgainGivesTheRegisterOfOneThatWasNot(boolean keyed) throws Exception {
        Path mapping = folder.resolve("raids.yaml");
        Files.writeString(mapping, keyed ? ImportsTest.MAPPING : ImportsTest.MAPPING.replace("key: id\n", ""));
        Path list = folder.resolve("raids.csv");
        Files.writeString(list, list());
        try (TestDatabase whole = TestDatabase.fresh(); TestDatabase broken = TestDatabase.fresh()) {
            ImportReport straight = take(whole, list, mapping);

            killAfterTheFirstBatches(broken, list, mapping);
            long survived = broken.sql().sql("select count(*) from statement").query(Long.class).single();
            assertThat(survived).as("killed in the midst of it").isBetween(1L, straight.accepted() - 1);
            ImportReport again = take(broken, list, mapping);

            assertThat(again.read()).isEqualTo(straight.read());
            assertThat(again.added()).isEqualTo(straight.accepted() - survived);
            assertThat(again.rejected()).isEqualTo(straight.rejected());
            assertThat(again.changed()).isZero();
            assertThat(register(broken)).isEqualTo(register(whole));
            assertThat(broken.sql().sql("select count(*) filter (where ended_at is null) || ' of ' || count(*) from import_run").query(String.class).single())
                    .isEqualTo("1 of 2");
        }
    }

    /** Rows that are new, alike, rejected, the same key again; incidents that reach over batches. */
    private static String list() {
        StringBuilder list = new StringBuilder("id,name,sex,age,died,where,who,raid,seen\n");
        for (int i = 0; i < ROWS; i++) {
            list.append(i % 997 == 0 ? 1 : i).append(i % 5 == 0 ? ",,," : ",Name " + i + ",f,").append(i % 500 == 0 ? "old" : "" + i % 90)
                    .append(",1998-02-03,North Bank: Millford,crown,").append(i % 7 == 0 ? "r" + i % 1000 : "").append(",1998-02-05\n");
            if (i % 100 == 0) {
                list.append(",,,,1998-02-03,Ashton,crown,,\n");
            }
        }
        return list.toString();
    }

    private static ImportReport take(TestDatabase database, Path list, Path mapping) throws IOException {
        return TestImports.on(database.source(), TestImports.riverland(), new TestPlaces())
                .run(new ImportOrder(list, mapping, "amal", false, null), (rows, total) -> { });
    }

    private static void killAfterTheFirstBatches(TestDatabase database, Path list, Path mapping) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                ImportLoop.class.getName(), database.login().url(), String.valueOf(database.login().user()), String.valueOf(database.login().password()),
                list.toString(), mapping.toString()).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            StringBuilder all = new StringBuilder();
            String line = said.readLine();
            while (line != null && !(line.matches("\\d+") && Integer.parseInt(line) >= Pipeline.BATCH)) {
                all.append(line).append('\n');
                line = said.readLine();
            }
            assertThat(line).as(all.toString()).isNotNull();
            // The next batch is on its way now.
            Thread.sleep(60);
        } finally {
            process.destroyForcibly().waitFor();
        }
        // The server notices that the program is gone, and lets go of what it held.
        for (int i = 0; i < 200 && database.sql().sql("select count(*) from pg_locks where locktype = 'advisory'").query(Long.class).single() > 0; i++) {
            Thread.sleep(25);
        }
    }

    /** All that the register holds, by the words of each row instead of by numbers and instants. */
    private static List<String> register(TestDatabase database) {
        return database.sql().sql("""
                select s.key || s.words || (to_jsonb(v) - array['id', 'recorded_from', 'recorded_to', 'incident'])::text
                       || coalesce((select k.key || (to_jsonb(i) - array['id', 'recorded_from', 'recorded_to'])::text
                                      from incident i join incident_key k on k.incident = i.id where i.id = v.incident), '')
                  from statement s join victim v on v.id = s.victim
                union all select mark || words || reasons::text from rejected_row
                 order by 1""").query(String.class).list();
    }
}
