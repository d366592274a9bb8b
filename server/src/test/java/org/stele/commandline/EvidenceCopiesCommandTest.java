package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.vault.Blob;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.vault.Vault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceCopiesCommandTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data;
    private Path nas;
    private Path disk;

    @BeforeEach
    void anOriginalIsInTheVault() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.createFile(data.resolve("lock"));
        nas = Files.createDirectories(folder.resolve("nas"));
        disk = Files.createDirectories(folder.resolve("disk"));
    }

    private Blob original() throws IOException {
        try (Vault vault = new Vault(database.source(), Keyring.open(data), new Folder("main", Files.createDirectories(data.resolve("vault")), 0));
                Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(new byte[1000]), sofar -> { })) {
            return new Changes(database.source()).make("amal", "came by mail", change -> vault.register(change, deposit));
        }
    }

    @Test
    void anOriginalComesToAllItsCopiesAndRotIsMended() throws IOException {
        assertThat(run("evidence", "status")).as("nobody has planned copies yet").isEqualTo(1);
        assertThat(out.toString()).contains("no plan is written down");
        plan();
        Blob blob = original();

        assertThat(run("evidence", "replicate")).as(err::toString).isZero();
        assertThat(out.toString()).contains("nas: 1 copied").contains("safe is away").contains("evidence prepare safe");
        assertThat(run("evidence", "status")).isEqualTo(1);
        assertThat(out.toString()).contains("1 original (1,000 bytes): 0 with all the copies planned, 1 with at least two").contains("NOT safe was never reached");

        assertThat(run("evidence", "prepare", "safe")).as(err::toString).isZero();
        assertThat(run("evidence", "replicate", "--location", "safe")).isZero();
        assertThat(run("evidence", "status")).as(out::toString).isZero();
        assertThat(out.toString()).contains("All is well.");

        Path copy = nas.resolve(blob.name().path());
        copy.toFile().setWritable(true);
        Files.write(copy, new byte[1000]);
        assertThat(run("evidence", "fixity", "--all", "--json")).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("work").get("nas").get("bad").asInt()).isEqualTo(1);
        assertThat(report.get("work").get("nas").get("repaired").asInt()).isEqualTo(1);

        assertThat(run("evidence", "status", "--json")).isZero();
        JsonNode status = JsonMapper.builder().build().readTree(out.toString());
        assertThat(status.get("planned").asInt()).isEqualTo(1);
        assertThat(status.get("locations").get(1).get("name").asString()).isEqualTo("nas");
    }

    @Test
    void aFaultyPlanIsRefusedWithItsLine() throws IOException {
        Files.writeString(data.resolve("vault.yaml"), "policy: {copies: 3, places: 2, offline: 1}\nmain: {place: office}\nlocations:\n  - {name: nas, kind: tape, place: x}\n");
        assertThat(run("evidence", "replicate")).isEqualTo(1);
        assertThat(err.toString()).contains("vault.yaml:4: ").contains("folder, disk or s3").doesNotContain("should not have happened");
    }

    @Test
    void aLocationThatIsNotInThePlanIsRefused() throws IOException {
        plan();
        assertThat(run("evidence", "fixity", "--location", "nowhere")).isEqualTo(1);
        assertThat(err.toString()).contains("main, nas, safe");
    }

    @Test
    void aDiskIsSealedUnlessSomebodySaysWhyNot() throws IOException {
        Path carried = folder.resolve("disk-7");
        assertThat(run("evidence", "carry", carried.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no recovery keys yet").contains("--to age1");
        assertThat(run("evidence", "carry", carried.toString(), "--clear")).isEqualTo(1);
        assertThat(err.toString()).contains("--reason");
        assertThat(run("evidence", "carry", carried.toString(), "--to", "age1nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("not a recipient of age");
        assertThat(carried).doesNotExist();

        assertThat(run("evidence", "carry", carried.toString(), "--clear", "--reason", "for the court")).as(err::toString).isZero();
        assertThat(err.toString()).contains("WARNING").contains("Keep it locked away");
        assertThat(out.toString()).contains("0 items added");
        assertThat(run("evidence", "carry", "--check", carried.toString())).isZero();
        assertThat(out.toString()).contains("is as it was written");
        assertThat(run("evidence", "carry", "--check", nas.toString())).isEqualTo(1);
    }

    private void plan() throws IOException {
        Files.writeString(data.resolve("vault.yaml"), """
                policy: {copies: 3, places: 2, offline: 1}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: %s, place: office}
                  - {name: safe, kind: disk, path: %s, place: bank}
                """.formatted(nas, disk));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", data.toString(), "--db-url", database.url()));
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }
}
