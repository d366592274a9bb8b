package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.database.TestDatabase;

class EraseCommandTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--db-url", database.url()));
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }

    @Test
    void anItemIsShownAskedForConfirmedByAnotherAndVerified() throws Exception {
        Accounts accounts = new Accounts(database.source());
        for (String name : List.of("amal", "basim")) {
            accounts.add(name, Role.ARCHIVIST, "four words apart here " + name, new By("the lead", "new here"));
        }
        Files.writeString(folder.resolve("quimby.jpg"), "a photograph");
        assertThat(run("evidence", "add", folder.resolve("quimby.jpg").toString(), "--kind", "witness", "--source", "Quimby",
                "--obtained-by", "amal",
                "--obtained-at", "2020-11-24", "--consent", "internal")).as(err::toString).isZero();

        assertThat(run("erase", "request", "item:1", "--dry-run")).as(err::toString).isZero();
        assertThat(out.toString()).contains("Would be erased, item:1", "provenance: 1 row, file_name source", "blob key: of 1 file",
                "What stays:", "backups made before")
                .doesNotContain("Quimby");
        assertThat(run("erase", "list")).isZero();
        assertThat(out.toString()).contains("No erasure was ever asked for");
        assertThat(run("erase", "request", "item:1", "--by", "amal")).isEqualTo(1);
        assertThat(err.toString()).contains("--ground");
        assertThat(run("erase", "request", "witness:1", "--by", "amal", "--ground", "law")).isEqualTo(1);
        assertThat(err.toString()).contains("victim:12");

        assertThat(run("erase", "request", "item:1", "--by", "amal", "--ground", "court order 12/2026")).as(err::toString).isZero();
        assertThat(out.toString()).contains("stele erase confirm 1 --by NAME");
        assertThat(run("erase", "confirm", "1", "--by", "amal")).isEqualTo(1);
        assertThat(err.toString()).contains("Another person must");
        assertThat(run("erase", "confirm", "1", "--dry-run")).isZero();
        assertThat(run("evidence", "show", "1")).isZero();
        assertThat(out.toString()).contains("Quimby");

        assertThat(run("erase", "confirm", "1", "--by", "basim")).as(err::toString).isZero();
        assertThat(out.toString()).contains("Erased, item:1", "Done and sealed");
        assertThat(run("evidence", "show", "1")).isZero();
        assertThat(out.toString()).doesNotContain("Quimby").contains("[erased]", "erasure 1 of item:1: court order 12/2026");
        assertThat(run("evidence", "read", "1", "--reason", "to try", "--out", folder.resolve("back.jpg").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("destroyed");
        assertThat(run("erase", "list", "--json")).isZero();
        assertThat(out.toString()).contains("\"stage\":\"erased\"", "\"confirmedBy\":\"basim\"");
        assertThat(run("verify")).as(out::toString).isZero();
    }
}
