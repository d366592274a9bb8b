package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import org.stele.inspection.Drawn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceInspectCommandTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatWaitsIsLookedAtComparedAndBlackedOut() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.write(files.resolve("a.jpg"), Drawn.jpeg(Drawn.scene(61, 900, 600), 0.9f));
        Files.write(files.resolve("b.jpg"), Drawn.jpeg(Drawn.scene(61, 450, 300), 0.5f));
        Files.write(files.resolve("c.pdf"), Drawn.as("png", Drawn.scene(62, 400, 300)));
        assertThat(run("evidence", "add", files.toString(), "--kind", "witness", "--source", "a neighbour", "--obtained-by", "amal", "--obtained-at", "2020-11-24",
                "--consent", "internal", "--json")).as(err::toString).isZero();

        assertThat(run("evidence", "inspect")).as(err::toString).isZero();
        assertThat(out.toString()).contains("image/jpeg, fingerprint of quality").contains("other-type: By its name it is application/pdf, by its bytes image/png.")
                .contains("own process");
        assertThat(run("evidence", "inspect")).isZero();
        assertThat(err.toString()).contains("No item waits");
        assertThat(run("evidence", "inspect", "1", "--shown", "--json")).isZero();
        JsonNode seen = JsonMapper.builder().build().readTree(out.toString());
        assertThat(seen.get("pdq").asString()).hasSize(64);

        assertThat(run("evidence", "similar", "1")).isZero();
        assertThat(out.toString()).contains("Item 2 may be the same picture");
        assertThat(run("evidence", "similar", "3")).isZero();
        assertThat(out.toString()).contains("No other picture or film is like item 3");
        assertThat(run("evidence", "similar", "99")).isEqualTo(1);

        assertThat(run("evidence", "redact", "1", "--region", "10,10,50,50", "--reason", "a face")).as(err::toString).isZero();
        assertThat(out.toString()).contains("is the redacted copy of item 1");
        assertThat(run("evidence", "redact", "1", "--region", "9000,10,50,50", "--reason", "a face")).isEqualTo(1);
        assertThat(err.toString()).contains("outside the picture, which has 900 × 600 pixels");
        assertThat(run("evidence", "redact", "1", "--region", "here", "--reason", "a face")).isEqualTo(1);
        assertThat(err.toString()).contains("for example 120,40,300,200");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--db-url", database.url()));
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }
}
