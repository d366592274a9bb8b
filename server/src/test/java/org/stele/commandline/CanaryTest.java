package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;

/**
 * What is secret is looked for on the disk after use: in the data folder with the database and its write-ahead log, in temporary
 * files, in what is said.
 */
class CanaryTest {

    static final long LARGEST = 64L << 20;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter said = new StringWriter();

    private String run(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        assertThat(SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(said), all.toArray(new String[0])))
                .as(said::toString).isZero();
        return out.toString();
    }

    private static String canary(String name) {
        return name + "-" + UUID.randomUUID();
    }

    @Test
    void bytesAndPasswordsAreNowhereAndWordsOnlyInTheDatabase() throws IOException {
        FileTime begun = FileTime.fromMillis(System.currentTimeMillis() - 2000);
        String bytes = canary("bytes");
        String source = canary("source");
        String note = canary("note");
        Path original = Files.writeString(folder.resolve("a.txt"), ("what a witness wrote, " + bytes + "\n").repeat(5000));

        String told = run("account", "add", "amal", "--role", "archivist", "--generate");
        String password = told.substring(told.indexOf("shown this once: ") + "shown this once: ".length()).strip();
        run("evidence", "add", original.toString(), "--kind", "witness", "--source", source, "--note", note, "--confidential",
                "--obtained-by", "amal",
                "--obtained-at", "2020-11-24", "--consent", "internal");
        run("evidence", "inspect");
        run("evidence", "read", "1", "--reason", "to compare", "--out", folder.resolve("back.txt").toString());
        run("verify");
        assertThat(folder.resolve("back.txt")).hasSameTextualContentAs(original);

        assertThat(password).hasSizeGreaterThan(10);
        for (String secret : List.of(bytes, password)) {
            assertThat(found(secret, begun)).as("a secret is nowhere").isEmpty();
            assertThat(said.toString()).doesNotContain(secret);
        }
        for (String word : List.of(source, note)) {
            assertThat(found(word, begun)).as("words about an item are not encrypted yet, and lie in the database's files and nowhere else")
                    .isNotEmpty().allMatch(file -> file.startsWith(folder.resolve("data") + "/postgres-"));
            assertThat(said.toString()).doesNotContain(word);
        }
        System.out.println("words about a confidential item lie in: " + found(source, begun).stream().map(each ->
                each.replace(folder.toString(), "")).toList());
    }

    /** Files that hold the text: all of the data folder, and what is new among temporary files. */
    private List<String> found(String text, FileTime since) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> data = Files.walk(folder.resolve("data"))) {
            data.filter(file -> holds(file, text)).forEach(file -> found.add(file.toString()));
        }
        try (Stream<Path> temporary = Files.find(Path.of(System.getProperty("java.io.tmpdir")), 3, (file, is) -> is.isRegularFile()
                && is.lastModifiedTime().compareTo(since) > 0 && !file.startsWith(folder))) {
            temporary.filter(file -> holds(file, text)).forEach(file -> found.add(file.toString()));
        } catch (java.io.UncheckedIOException vanishedOrAnothers) {
            // Others use the folder too.
        }
        return found;
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST && new String(Files.readAllBytes(file),
                    StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException vanished) {
            return false;
        }
    }
}
