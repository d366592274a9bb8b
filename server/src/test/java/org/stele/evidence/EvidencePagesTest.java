package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;
import org.stele.vault.Act;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EvidencePagesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";
    static final String CANARY = "a canary that no disk may hear sing. ";

    @LocalServerPort
    int port;

    @Autowired
    Items items;

    @Autowired
    DataPlace data;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.add("archivist", Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals"));
        accounts.add("other", Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals too"));
        accounts.add("reader", Role.EDITOR, PASSWORD, new By("test", "to read"));
        TestAccounts.enrol(DATABASE.sql(), "archivist", "other", "reader");
    }

    @Test
    void aFileGoesFromTheBrowserIntoTheVaultAndNowhereElse() throws Exception {
        byte[] bytes = CANARY.repeat(150_000).getBytes(StandardCharsets.UTF_8);
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> answer = archivist.upload(archivist.token("/en/desk/evidence/new"), told(), "../../شارع.mp4",
                    new Watched(new ByteArrayInputStream(bytes)));
            assertThat(answer.statusCode()).as(DeskVisitor.text(answer)).isEqualTo(302);
            String address = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");

            String page = archivist.page(address);
            assertThat(page).contains("a neighbour").contains("<bdi>شارع.mp4</bdi>").contains("Received").contains("Kept durably").doesNotContain("..");
            assertThat(archivist.page(address.replace("/en/", "/ar/"))).contains("dir=\"rtl\"").contains("سلسلة الحيازة").contains("وردت");
            assertThat(archivist.page("/en/desk/evidence")).contains(address);

            HttpResponse<byte[]> reading = archivist.post(address, address + "/readings", Map.of("reason", ""));
            String file = reading.headers().firstValue("Location").orElseThrow();
            HttpResponse<byte[]> original = archivist.get(file);
            assertThat(Arrays.equals(original.body(), bytes)).isTrue();
            assertThat(original.headers().map()).containsEntry("X-Content-Type-Options", List.of("nosniff"));
            assertThat(original.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment").contains(".mp4").doesNotContain("شارع");
            assertThat(original.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
            assertThat(original.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/octet-stream");

            HttpResponse<byte[]> part = archivist.get(file, "Range", "bytes=1000-2000000");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(Arrays.equals(part.body(), Arrays.copyOfRange(bytes, 1000, 2_000_001))).isTrue();
            assertThat(part.headers().firstValue("Content-Range").orElse("")).isEqualTo("bytes 1000-2000000/" + bytes.length);
            assertThat(archivist.get(file, "Range", "bytes=" + bytes.length + "-").statusCode()).isEqualTo(416);
            assertThat(archivist.get(file, "Range", "bytes=-10").body()).hasSize(10);
        }
        assertThat(plainOnDisk()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedInTheFormAndNothingIsKept() throws Exception {
        long before = items.count();
        try (DeskVisitor archivist = visitor("archivist")) {
            Map<String, String> less = told();
            less.put("source", "");
            less.put("consent", "");
            less.put("title", "\"><script>");

            HttpResponse<byte[]> answer = archivist.upload(archivist.token("/en/desk/evidence/new"), less, "a.mp4", stream("bytes"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(DeskVisitor.text(answer)).contains("It may be used").contains("Source: who or what gave it")
                    .contains("value=\"amal\"").doesNotContain("<script>");
            HttpResponse<byte[]> none = archivist.upload(archivist.token("/en/desk/evidence/new"), told(), "", stream(""));
            assertThat(none.statusCode()).isEqualTo(422);
            assertThat(DeskVisitor.text(none)).contains("choose at least one file");
        }
        assertThat(items.count()).isEqualTo(before);
    }

    @Test
    void aSavedPageOfSeveralFilesIsTheVeryItemThatTheCommandLineMakesOfItsFolder() throws Exception {
        Path folder = Files.createDirectories(TestDatabase.folder().resolve("street"));
        Files.createDirectories(folder.resolve("street_files"));
        Files.writeString(folder.resolve("street.html"), "<p>" + CANARY.repeat(60_000));
        Files.writeString(folder.resolve("street_files/صورة.png"), "picture");
        byte[] archive = FolderArchive.of(folder).open().readAllBytes();
        // In another order than that of their names, as a browser may send them.
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("street/street_files/صورة.png", Files.readAllBytes(folder.resolve("street_files/صورة.png")));
        files.put("street/street.html", Files.readAllBytes(folder.resolve("street.html")));
        delete(folder);
        long before = items.count();
        try (DeskVisitor archivist = visitor("archivist")) {
            String token = archivist.token("/en/desk/evidence/new");
            HttpResponse<byte[]> less = archivist.uploadAll("/ar/desk/evidence", token, told(), "folder", files);
            assertThat(less.statusCode()).isEqualTo(422);
            assertThat(DeskVisitor.text(less)).as("a page needs its address").contains("الصفحة المحفوظة من الشبكة ترد مع العنوان").contains("شيء واحد");
            assertThat(items.count()).isEqualTo(before);

            Map<String, String> page = told();
            page.putAll(Map.of("url", "https://example.org/street", "captured", "2020-11-24T10:15Z"));
            HttpResponse<byte[]> answer = archivist.uploadAll("/en/desk/evidence", token, page, "folder", files);
            assertThat(answer.statusCode()).as(DeskVisitor.text(answer)).isEqualTo(302);
            String address = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            assertThat(archivist.page(address)).contains(Digest.of(archive).sha256()).contains("<bdi>street.zip</bdi>")
                    .contains("taken as one from the folder 'street': an archive of its 2 files");

            page.put("as-one", "true");
            HttpResponse<byte[]> hostile = archivist.uploadAll("/en/desk/evidence", token, page, "file",
                    Map.of("../../../evil.sh", "#!/bin/sh".getBytes(StandardCharsets.UTF_8), "page.html", "<p>".getBytes(StandardCharsets.UTF_8)));
            String evil = hostile.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            assertThat(archivist.page(evil)).contains("<bdi>page.zip</bdi>").contains("taken as one: an archive of its 2 files");
            String file = archivist.post(evil, evil + "/readings", Map.of("reason", "")).headers().firstValue("Location").orElseThrow();
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archivist.get(file).body()), StandardCharsets.UTF_8)) {
                for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                    names.add(each.getName());
                }
            }
            assertThat(names).containsExactly("evil.sh", "page.html");
        }
        assertThat(items.count()).isEqualTo(before + 2);
        assertThat(plainOnDisk()).isEmpty();
        try (Stream<Path> left = Files.list(data.path().resolve("uploads"))) {
            assertThat(left).as("what waited is gone").isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aCorrectionOnThePageKeepsWhatWasSaidBeforeAndIsRefusedToWhoMayNot() throws Exception {
        long item = uploaded("told.mp4", "told wrongly at first", told());
        String page = "/en/desk/evidence/" + item;
        String form = page + "/provenances/" + items.provenances(item).getFirst().id();
        try (DeskVisitor archivist = visitor("archivist"); DeskVisitor reader = visitor("reader")) {
            Map<String, String> next = told();
            next.put("source", "a cousin");
            next.put("version", "1");
            assertThat(DeskVisitor.text(archivist.post(form, form.replace("/en/", "/ar/"), next))).as("no reason").contains("ناقص");
            next.put("reason", "she called again");
            assertThat(archivist.post(form, form, next).statusCode()).isEqualTo(302);

            assertThat(archivist.page(page)).contains("a cousin").contains("What was said before").contains("a neighbour").contains("she called again")
                    .contains("<bdi>told.mp4</bdi>");
            next.put("source", "a sister");
            HttpResponse<byte[]> late = archivist.post(form, form, next);
            assertThat(late.statusCode()).as("decided on a version that is no longer the current").isEqualTo(422);
            assertThat(DeskVisitor.text(late)).contains("changed it meanwhile");
            assertThat(reader.get(form).statusCode()).isEqualTo(403);
            assertThat(archivist.get(page.replace(String.valueOf(item), "1") + "/provenances/999999").statusCode()).isEqualTo(404);
        }
        assertThat(items.provenances(item).getFirst().number()).isEqualTo(2);
    }

    @Test
    void bytesOtherThanAnnouncedAreRefused() throws Exception {
        long before = items.count();
        try (DeskVisitor archivist = visitor("archivist")) {
            Map<String, String> announced = told();
            announced.put("sha256", "0".repeat(64));

            HttpResponse<byte[]> answer = archivist.upload(archivist.token("/en/desk/evidence/new"), announced, "a.mp4", stream("altered on the way"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(DeskVisitor.text(answer)).contains("not those announced");
        }
        assertThat(items.count()).isEqualTo(before);
    }

    @Test
    void anUploadWithoutTheSessionsTokenIsRefused() throws Exception {
        long before = items.count();
        try (DeskVisitor archivist = visitor("archivist"); DeskVisitor other = visitor("other")) {
            assertThat(archivist.upload("", told(), "a.mp4", stream("forged")).statusCode()).isEqualTo(403);
            assertThat(archivist.upload("x".repeat(96), told(), "a.mp4", stream("forged")).statusCode()).isEqualTo(403);
            assertThat(archivist.upload(other.token("/en/desk/evidence/new"), told(), "a.mp4", stream("forged")).statusCode()).isEqualTo(403);
        }
        assertThat(items.count()).isEqualTo(before);
    }

    @Test
    void whoMayOnlyReadCasesNeitherSendsNorOpensNorLearnsConfidentialSources() throws Exception {
        Map<String, String> secret = told();
        secret.put("confidential", "true");
        secret.put("source", "a survivor in hiding");
        long item = uploaded("secret.mp4", "the secret", secret);
        try (DeskVisitor reader = visitor("reader")) {
            String page = reader.page("/en/desk/evidence/" + item);

            assertThat(page).contains("Withheld").doesNotContain("a survivor in hiding").doesNotContain("secret.mp4").doesNotContain("readings");
            assertThat(reader.page("/en/desk/evidence")).doesNotContain("secret.mp4");
            assertThat(reader.get("/en/desk/evidence/new").statusCode()).isEqualTo(403);
            assertThat(reader.upload(reader.token("/en/desk"), told(), "a.mp4", stream("bytes")).statusCode()).isEqualTo(403);
            assertThat(reader.post("/en/desk", "/en/desk/evidence/" + item + "/readings", Map.of("reason", "curious")).statusCode()).isEqualTo(403);
        }
        assertThat(items.chain(items.current(item))).extracting(event -> event.act()).doesNotContain(Act.READ);
    }

    @Test
    void aConfidentialItemIsOpenedForAReasonAndByWhoGaveIt() throws Exception {
        Map<String, String> secret = told();
        secret.put("confidential", "true");
        long item = uploaded("hidden.mp4", "bytes for few", secret);
        String page = "/en/desk/evidence/" + item;
        try (DeskVisitor archivist = visitor("archivist"); DeskVisitor other = visitor("other")) {
            assertThat(archivist.post(page, page + "/readings", Map.of("reason", "  ")).statusCode()).isEqualTo(422);
            assertThat(items.chain(items.current(item))).extracting(event -> event.act()).doesNotContain(Act.READ);

            String file = archivist.post(page, page + "/readings", Map.of("reason", "to find the street")).headers().firstValue("Location").orElseThrow();
            assertThat(items.chain(items.current(item)).getLast().reason()).as("recorded before a byte was asked for").isEqualTo("to find the street");
            assertThat(other.get(file).statusCode()).as("a reading is one person's").isEqualTo(404);
            assertThat(DeskVisitor.text(archivist.get(file))).isEqualTo("bytes for few");
            assertThat(archivist.page(page)).contains("to find the street");
        }
    }

    private long uploaded(String name, String text, Map<String, String> fields) throws Exception {
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> answer = archivist.upload(archivist.token("/en/desk/evidence/new"), fields, name, stream(text));
            return Long.parseLong(answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        }
    }

    private DeskVisitor visitor(String account) throws Exception {
        return new DeskVisitor(port, account, PASSWORD);
    }

    private static Map<String, String> told() {
        return new HashMap<>(Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "internal"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> plainOnDisk() throws IOException {
        return Stream.of(data.path(), Path.of(System.getProperty("java.io.tmpdir"))).flatMap(EvidencePagesTest::files)
                .filter(EvidencePagesTest::sings).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.find(folder, 12, (file, is) -> is.isRegularFile() && is.lastModifiedTime().toMillis() > System.currentTimeMillis() - 120_000)) {
            return all.toList().stream();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static boolean sings(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(1 << 20), StandardCharsets.ISO_8859_1).contains(CANARY.repeat(2));
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks at the disk while the upload is under way, when a temporary file would be there. */
    private final class Watched extends java.io.FilterInputStream {
        private long sent;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            if (sent < 3 << 20 && sent + read >= 3 << 20) {
                assertThat(plainOnDisk()).as("while the upload is under way").isEmpty();
            }
            sent += Math.max(read, 0);
            return read;
        }
    }
}
