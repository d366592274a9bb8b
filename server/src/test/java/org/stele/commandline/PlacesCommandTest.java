package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlacesCommandTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void theProgrammeIsAdopted() {
        assertThat(run("codebook", "adopt", "syria", "--reason", "set-up")).as(err::toString).isZero();
        out.getBuffer().setLength(0);
    }

    @Test
    void aCodebookIsAdoptedShownAndListed() {
        assertThat(run("codebook", "adopt", "syria", "--reason", "again")).isZero();
        assertThat(out.toString()).contains("In force already").contains("14 as they were");

        out.getBuffer().setLength(0);
        assertThat(run("codebook", "list", "--json")).isZero();
        JsonNode listed = JsonMapper.builder().build().readTree(out.toString());
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).get("codebook").asString()).isEqualTo("syria");

        out.getBuffer().setLength(0);
        assertThat(run("codebook", "show", "--text")).isZero();
        assertThat(out.toString()).contains("codebook: syria").contains("قوات النظام السوري");
    }

    @Test
    void aFaultyCodebookIsRefusedWithFileLineAndReason(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("codebook.yaml");
        Files.writeString(file, Files.readString(Path.of("src/test/resources/codebooks/riverland.yaml")).replace("massacre-threshold: 3", "massacre-threshold: 0"));

        assertThat(run("codebook", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":11: ").contains("whole number from 1");
        assertThat(run("codebook", "adopt", file.toString(), "--reason", "x")).isEqualTo(1);
        assertThat(err.toString()).contains(file + ":11: ");
    }

    @Test
    void anotherCountrysCodebookIsSound() {
        assertThat(run("codebook", "check", "src/test/resources/codebooks/riverland.yaml")).isZero();
        assertThat(out.toString()).contains("riverland 7: 3 parties").contains("adult at 15, massacre from 3");
    }

    @Test
    void aTextIsMatchedOnTheCommandLine() {
        assertThat(run("places", "match", "Rif Dimashq", "--level", "governorate", "--json")).as(err::toString).isZero();
        JsonNode told = JsonMapper.builder().build().readTree(out.toString());
        assertThat(told.get("result").asString()).isEqualTo("found");
        assertThat(told.get("places").get(0).get("code").asString()).isEqualTo("SY03");
        assertThat(run("places", "match", "Atlantis")).isEqualTo(1);
    }

    @Test
    void tablesAreTriedThenTakenThenUnchanged(@TempDir Path folder) throws IOException {
        Path districts = Files.writeString(folder.resolve("d.csv"), "pcode,name_en,name_ar,adm1_pcode\nSY0202,Al Bab,الباب,SY02\nSY9902,Lost,ضائع,SY99\n");
        Path rejects = folder.resolve("rejects.csv");

        assertThat(run("places", "import", districts.toString(), "--dry-run")).isEqualTo(1);
        assertThat(out.toString()).contains("would be: 1 added");
        assertThat(err.toString()).contains("d.csv, row 3");
        assertThat(run("places", "import", districts.toString(), "--rejects", rejects.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\n1 added, 0 changed");
        assertThat(Files.readAllLines(rejects)).hasSize(2).last().asString().startsWith("\"d.csv\",3,");
        assertThat(run("places", "import", districts.toString(), "--rejects", rejects.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("0 added, 0 changed, 1 as they were, 1 rejected");
        out.getBuffer().setLength(0);
        assertThat(run("places", "list", "--within", "SY02")).isZero();
        assertThat(out.toString()).contains("SY0202").contains("1 places");
    }

    private int run(String... arguments) {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--db-url", DATABASE.url())).toList();
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
