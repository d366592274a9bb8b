package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        database.close();
    }

    private int run(String... arguments) {
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int take(String... more) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "no,name,sex\n1,Sample One,F\n2,مثال اثنان,M\n3,Sample Three,?\n");
        Path mapping = Files.writeString(folder.resolve("list.yaml"), """
                mapping: example
                codebook: syria
                source: {kind: partner-list, name: An example list}
                key: no
                standing: received
                fields: {name: {either: name}, sex: {column: sex, values: {F: female, M: male}}}
                """);
        String[] arguments = {"import", list.toString(), "--mapping", mapping.toString(), "--rejects", folder.resolve("rejects.csv").toString(),
            "--by", "amal", "--db-url", database.url()};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    @Test
    void anImportTellsItsCountsToPeopleAndToProgramsAndExitsWithThreeForRejects() throws IOException {
        assertThat(take()).isEqualTo(1);
        assertThat(err.toString()).contains("No codebook is in force");

        assertThat(run("codebook", "adopt", "syria", "--reason", "first set-up", "--db-url", database.url())).as(err::toString).isZero();
        assertThat(take("--dry-run")).as(err::toString).isEqualTo(3);
        assertThat(out.toString()).contains("DRY RUN").contains("2 accepted (2 new, 0 changed) + 1 rejected + 0 repeated = 3 rows read").contains("sex '?'");

        out.getBuffer().setLength(0);
        assertThat(take("--json")).isEqualTo(3);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("new").asInt()).isEqualTo(2);
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("rejects.csv"))).contains("Sample Three");
        assertThat(database.sql().sql("select made_by from change order by number desc limit 1").query(String.class).single()).isEqualTo("amal");
    }

    @Test
    void aFaultyMappingIsToldWithItsLines() throws IOException {
        run("codebook", "adopt", "syria", "--reason", "first set-up", "--db-url", database.url());
        Path list = Files.writeString(folder.resolve("a.csv"), "no\n1\n");
        Path mapping = Files.writeString(folder.resolve("a.yaml"), "mapping: a\ncodebook: syria\nsource: {kind: rumour, name: A}\nstanding: received\nfields: {}\n");

        assertThat(run("import", list.toString(), "--mapping", mapping.toString(), "--db-url", database.url())).isEqualTo(1);

        assertThat(err.toString()).contains("a.yaml:3: 'kind'").contains("partner-list");
    }
}
