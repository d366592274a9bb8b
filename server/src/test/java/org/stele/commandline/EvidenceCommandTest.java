package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceCommandTest {

    static final List<String> TOLD = List.of("--kind", "witness", "--source", "a neighbour", "--obtained-by", "amal", "--obtained-at", "2020-11-24",
            "--consent", "internal");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path files;

    @BeforeEach
    void someFiles() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(files.resolve("below"));
        Files.writeString(files.resolve("street.mp4"), "a video of a street");
        Files.writeString(files.resolve("below/صورة.jpg"), "a photograph");
        Files.createSymbolicLink(files.resolve("link.jpg"), files.resolve("street.mp4"));
    }

    @Test
    void aFolderIsTakenInShownListedAndReadBack() throws Exception {
        assertThat(add(files, "--json")).as(err::toString).isZero();
        JsonNode taken = json();
        assertThat(taken.size()).isEqualTo(2);
        assertThat(err.toString()).contains("left out").contains("link.jpg");

        long item = taken.get(1).get("item").asLong();
        assertThat(taken.get(1).get("sha256").asString()).isEqualTo(sha256("a video of a street"));
        assertThat(run("evidence", "show", String.valueOf(item))).isZero();
        assertThat(out.toString()).contains("video").contains("a neighbour").contains("received (acc)").contains("stored (ing)").contains("called street.mp4");
        assertThat(run("evidence", "list", "--json")).isZero();
        assertThat(json().size()).isEqualTo(2);

        Path back = folder.resolve("back.mp4");
        assertThat(run("evidence", "read", String.valueOf(item), "--reason", "to compare", "--out", back.toString())).as(err::toString).isZero();
        assertThat(back).hasContent("a video of a street");
        assertThat(run("evidence", "read", String.valueOf(item), "--reason", "to compare", "--out", back.toString())).as("never over a file").isEqualTo(1);
        assertThat(run("evidence", "show", String.valueOf(item), "--json")).isZero();
        assertThat(json().get("custody").get(2).get("reason").asString()).isEqualTo("to compare");
    }

    @Test
    void aSavedPageWithItsFilesIsOneItemWhoseProvenanceSaysSo() throws IOException {
        String[] page = {"--as-one", "--url", "https://example.org/page", "--captured", "2020-11-24T10:15Z", "--json"};
        assertThat(add(files, page)).as(err::toString).isZero();

        assertThat(json().size()).isEqualTo(1);
        long item = json().get(0).get("item").asLong();
        assertThat(run("evidence", "show", String.valueOf(item))).isZero();
        assertThat(out.toString()).contains(", page").contains("called files.zip").contains("taken as one from the folder 'files'").contains("2 files");
        assertThat(add(files, page)).isZero();
        assertThat(json().get(0).get("known").asBoolean()).isTrue();
        assertThat(add(files, "--as-one")).as("a page needs its address").isEqualTo(1);
    }

    @Test
    void aCorrectionIsANewVersionWithWhoAndWhy() throws IOException {
        assertThat(add(files.resolve("street.mp4"), "--json")).isZero();
        String item = json().get(0).get("item").asString();

        assertThat(run("evidence", "correct", item, "--captured", "2020-11-19", "--source", "a cousin", "--by", "basma", "--reason", "looked up")).as(err::toString).isZero();
        assertThat(run("evidence", "show", item)).isZero();
        assertThat(out.toString()).contains("a cousin").contains("said to be taken 2020-11-19").contains("correction of provenance").contains("by basma: looked up");
        assertThat(database.sql().sql("select source from provenance order by version").query(String.class).list()).containsExactly("a neighbour", "a cousin");
        assertThat(run("evidence", "correct", item, "--captured", "2020-11-19", "--reason", "again")).as("nothing is other than before").isEqualTo(1);
        assertThat(run("evidence", "correct", item, "--captured", "yesterday", "--reason", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("no day or time");
    }

    @Test
    void theSameFolderAgainAddsNothing() throws IOException {
        assertThat(add(files, "--json")).isZero();
        assertThat(add(files, "--json")).isZero();

        assertThat(json().get(0).get("known").asBoolean()).isTrue();
        assertThat(database.sql().sql("select count(*) from provenance").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsTaken() {
        assertThat(run("evidence", "add", files.toString(), "--kind", "witness")).isEqualTo(1);

        assertThat(err.toString()).contains("source: ").contains("obtained-by: ").contains("obtained-at: ").contains("consent: ").doesNotContain("kind: ");
        assertThat(database.sql().sql("select count(*) from blob").query(Integer.class).single()).isZero();
    }

    @Test
    void aRecordThatIsNotThereIsToldBeforeAnyByteIsTaken() throws IOException {
        assertThat(add(files, "--attach", "victim:4711")).isEqualTo(1);

        assertThat(err.toString()).contains("there is no victim:4711");
        assertThat(add(files, "--attach", "place:1")).isEqualTo(1);
        assertThat(err.toString()).contains("names no record");
        assertThat(database.sql().sql("select count(*) from blob").query(Integer.class).single()).isZero();
    }

    @Test
    void aFileOtherThanItsListOfDigestsSaysFailsAndTheOthersAreTaken() throws Exception {
        Files.writeString(folder.resolve("sums"), sha256("a photograph") + "  files/below/صورة.jpg\n" + "0".repeat(64) + " *files/street.mp4\n");

        assertThat(add(files, "--sums", folder.resolve("sums").toString())).isEqualTo(3);

        assertThat(out.toString()).contains("FAILED").contains("not those announced").contains("item ");
        assertThat(database.sql().sql("select count(*) from evidence_item").query(Integer.class).single()).isEqualTo(1);
        assertThat(files.resolve("street.mp4")).exists();
    }

    @Test
    void aDryRunTakesNothing() throws IOException {
        assertThat(add(files, "--dry-run")).isZero();

        assertThat(out.toString()).contains("DRY RUN").contains("2 files");
        assertThat(database.sql().sql("select count(*) from blob").query(Integer.class).single()).isZero();
    }

    @Test
    void confidentialItemsAskForAReason() throws IOException {
        assertThat(add(files.resolve("street.mp4"), "--confidential", "--json")).isZero();
        String item = json().get(0).get("item").asString();

        assertThat(run("evidence", "read", item, "--reason", " ", "--out", folder.resolve("x").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("Say why");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(run("evidence", "show", "999")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no evidence item 999");
    }

    private int add(Path what, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("evidence", "add", what.toString()));
        all.addAll(TOLD);
        all.addAll(Arrays.asList(more));
        return run(all.toArray(new String[0]));
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--db-url", database.url()));
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }
}
