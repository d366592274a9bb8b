package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.WrappedKey;

class KeysCommandTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir
    Path folder;

    private int run(Path data, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--db-url", DATABASE.url()));
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    @Test
    void keysAreMadeSharedCheckedRecoveredAndRotatedFromTheCommandLine() throws IOException {
        Path data = folder.resolve("data");
        assertThat(run(data, "status")).isEqualTo(1);
        assertThat(err.toString()).contains("stele keys create");

        assertThat(run(data, "create")).as(err::toString).isZero();
        assertThat(err.toString()).contains("NOBODY CAN BRING THESE KEYS BACK");
        assertThat(run(data, "status")).isEqualTo(1);
        assertThat(out.toString()).contains("confidential   key 1").contains("can be read here");
        assertThat(run(data, "rotate", "working")).isZero();
        assertThat(out.toString()).contains("working has key version 2").contains("The old key is kept");

        assertThat(run(data, "shares")).isZero();
        String[] sheets = out.toString().split("-{20,}\n");
        assertThat(sheets).hasSize(6);
        List<Path> papers = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            papers.add(Files.writeString(folder.resolve("paper-" + number), sheets[number]));
        }
        assertThat(run(data, "check", "--share", papers.get(1).toString())).as(err::toString).isZero();
        assertThat(out.toString()).contains("Share 2 of set").contains("is right");
        Path mistyped = Files.writeString(folder.resolve("mistyped"), sheets[3].replaceFirst("(line 3:   .)[^A]", "$1A").replaceFirst("(line 3:   )[^B]", "$1B"));
        assertThat(run(data, "check", "--share", mistyped.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Line 3 is mistyped").contains("mistyped");

        WrappedKey wrapped = Keyring.open(data).wrap(Compartment.SOURCES, new byte[32], "x");
        Path there = Files.createDirectories(folder.resolve("there/keys")).getParent();
        try (var files = Files.list(data.resolve("keys"))) {
            for (Path each : files.filter(file -> !file.endsWith("service.identity")).toList()) {
                Files.copy(each, there.resolve("keys").resolve(each.getFileName()));
            }
        }
        assertThat(run(there, "recover", "--share", papers.get(0).toString(), "--share", papers.get(4).toString())).isEqualTo(1);
        assertThat(err.toString()).contains("3 different shares are needed");
        assertThat(run(there, "recover", "--share", papers.get(0).toString(), "--share", papers.get(4).toString(), "--share", papers.get(2).toString())).as(err::toString).isZero();
        assertThat(Keyring.open(there).unwrap(wrapped, "x")).hasSize(32);

        assertThat(run(data, "status", "--json")).isEqualTo(1);
        assertThat(out.toString()).startsWith("{").contains("\"shareSets\"").doesNotContain("AGE-SECRET");
    }

    @Test
    void aCompartmentThatIsNotThereIsNamedWithThoseThatAre() {
        Path data = folder.resolve("data");
        assertThat(run(data, "rotate", "secrets")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no compartment 'secrets'").contains("confidential");
    }
}
