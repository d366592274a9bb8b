package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Originals sent in pieces, over real connections to the whole program, which is also stopped and started in between. */
class PiecewisePagesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Path DATA = TestDatabase.folder();
    static final String PASSWORD = "four words apart here";
    static final String PAGE = "/en/desk/evidence/new";
    static ConfigurableApplicationContext program;

    @BeforeAll
    static void start() {
        program = started();
        for (String name : new String[] {"archivist", "other"}) {
            program.getBean(Accounts.class).add(name, Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals"));
        }
        program.getBean(Accounts.class).add("reader", Role.EDITOR, PASSWORD, new By("test", "to read"));
        TestAccounts.enrol(DATABASE.sql(), "archivist", "other", "reader");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET)
                .properties("stele.data=" + DATA, "server.port=0", "stele.db-url=" + DATABASE.url()).run();
    }

    @Test
    void aFileGoesOnAfterTheProgramWasStoppedAndStartedAndBecomesTheVeryItem() throws Exception {
        byte[] bytes = random(20_000_001);
        String address;
        try (DeskVisitor archivist = visitor("archivist")) {
            address = begin(archivist, bytes.length, "شارع.mp4");
            assertThat(patch(archivist, address, 0, bytes, 0, 9_000_000).statusCode()).isEqualTo(204);
            assertThat(archivist.send("POST", address + "/item", form(told(bytes)), token(archivist), FORM).statusCode()).as("before all has come").isEqualTo(409);
        }
        program.close();
        program = started();
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> head = head(archivist, address);
            assertThat(head.headers().firstValue("Upload-Offset")).hasValue("9000000");
            assertThat(head.headers().firstValue("Upload-Length")).hasValue("20000001");
            assertThat(head.headers().firstValue("Upload-Metadata").orElse("")).startsWith("filename ");
            assertThat(head.headers().firstValue("Upload-Expires").orElse("")).endsWith("GMT");
            assertThat(patch(archivist, address, 9_000_000, bytes, 9_000_000, bytes.length).statusCode()).isEqualTo(204);

            HttpResponse<byte[]> taken = archivist.send("POST", address + "/item", form(told(bytes)), token(archivist), FORM);
            assertThat(taken.statusCode()).as(DeskVisitor.text(taken)).isEqualTo(201);
            JsonNode item = json(taken);
            assertThat(item.get("sha256").asString()).isEqualTo(Digest.of(bytes).sha256());
            assertThat(item.get("length").asLong()).isEqualTo(bytes.length);
            assertThat(item.get("status").asString()).isEqualTo("kept");

            HttpResponse<byte[]> again = archivist.send("POST", address + "/item", form(told(bytes)), token(archivist), FORM);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(json(again)).as("who did not hear the answer is told it again").isEqualTo(item);
            assertThat(archivist.page(item.get("address").asString())).contains("<bdi>شارع.mp4</bdi>").contains("a neighbour");
            String file = archivist.post(item.get("address").asString(), item.get("address").asString() + "/readings", Map.of("reason", ""))
                    .headers().firstValue("Location").orElseThrow();
            assertThat(Arrays.equals(archivist.get(file).body(), bytes)).isTrue();
        }
        assertThat(logged()).as("an address with a token is written into no log").isZero();
    }

    @Test
    void anUnfinishedUploadWhoseBytesDidNotComeBackWithABackupHasEndedAndItsSenderIsToldToBeginAnew() throws Exception {
        byte[] bytes = random(3_000_000);
        try (DeskVisitor archivist = visitor("archivist")) {
            String asked = begin(archivist, bytes.length, "a.mp4");
            String goneOn = begin(archivist, bytes.length, "b.mp4");
            String untouched = begin(archivist, bytes.length, "c.mp4");
            patch(archivist, asked, 0, bytes, 0, 1_000_000);
            patch(archivist, goneOn, 0, bytes, 0, 1_000_000);
            // As a restore leaves it: the rows are there, the folder is not.
            try (Stream<Path> all = Files.walk(DATA.resolve("uploads"))) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            Files.createDirectory(DATA.resolve("uploads"));

            assertThat(head(archivist, asked).statusCode()).isEqualTo(410);
            JsonNode told = json(archivist.send("GET", asked.replace("/en/", "/ar/"), new byte[0], "", "Tus-Resumable", "1.0.0"));
            assertThat(told.get("type").asString()).isEqualTo("urn:stele:problem:damaged");
            assertThat(told.get("detail").asString()).contains("نسخة احتياطية").contains("أرسل الملف من جديد");
            HttpResponse<byte[]> more = patch(archivist, goneOn, 1_000_000, bytes, 1_000_000, 2_000_000);
            assertThat(more.statusCode()).as("not a byte more is asked for").isEqualTo(410);
            assertThat(DeskVisitor.text(more)).contains("restore from a backup");
            assertThat(count("select count(*) from upload where state = 'damaged'")).isEqualTo(2);
            assertThat(head(archivist, untouched).headers().firstValue("Upload-Offset")).as("to which nothing had come").hasValue("0");
        }
    }

    @Test
    void otherBytesThanTheirSendersDigestAreRefusedAndRecorded() throws Exception {
        byte[] bytes = random(100_000);
        byte[] altered = bytes.clone();
        altered[77_777] ^= 1;
        long items = count("select count(*) from evidence_item");
        try (DeskVisitor archivist = visitor("archivist")) {
            String address = begin(archivist, bytes.length, "a.mp4");
            patch(archivist, address, 0, altered, 0, altered.length);

            HttpResponse<byte[]> answer = archivist.send("POST", address.replace("/en/", "/ar/") + "/item", form(told(bytes)), token(archivist), FORM);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:stele:problem:other-bytes");
            assertThat(json(answer).get("detail").asString()).contains("ليست التي أُعلن عنها").contains(Digest.of(bytes).sha256());
            assertThat(count("select count(*) from refused_bytes where claimed = '" + Digest.of(bytes).sha256() + "' and found = '" + Digest.of(altered).sha256() + "'")).isEqualTo(1);
            assertThat(head(archivist, address).statusCode()).isEqualTo(410);
        }
        assertThat(count("select count(*) from evidence_item")).isEqualTo(items);
    }

    @Test
    void whatIsMissingIsNamedBeforeAByteIsSentAndAgainAtTheEndAndTheBytesWait() throws Exception {
        byte[] bytes = random(1_000);
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> early = archivist.send("POST", "/en/desk/uploads", form(Map.of("kind", "witness", "consent", "perhaps")), token(archivist),
                    "Content-Type", "application/x-www-form-urlencoded", "Tus-Resumable", "1.0.0", "Upload-Length", "1000");
            assertThat(early.statusCode()).isEqualTo(422);
            assertThat(json(early).get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("source", "obtained-by", "obtained-at", "consent");

            String address = begin(archivist, bytes.length, "a.mp4");
            patch(archivist, address, 0, bytes, 0, bytes.length);
            HttpResponse<byte[]> late = archivist.send("POST", address + "/item", form(Map.of("kind", "witness")), token(archivist), FORM);
            assertThat(late.statusCode()).isEqualTo(422);
            assertThat(json(late).get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("source", "obtained-by", "obtained-at", "consent", "sha256");

            assertThat(archivist.send("POST", address + "/item", form(told(bytes)), token(archivist), FORM).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void piecesTwiceOutOfOrderAlteredOrBeyondTheEndAreRefused() throws Exception {
        byte[] bytes = random(300_000);
        try (DeskVisitor archivist = visitor("archivist")) {
            String address = begin(archivist, bytes.length, "a.mp4");
            assertThat(patch(archivist, address, 100_000, bytes, 100_000, 200_000).statusCode()).isEqualTo(409);
            assertThat(patch(archivist, address, 0, bytes, 0, 100_000).headers().firstValue("Upload-Offset")).hasValue("100000");
            assertThat(patch(archivist, address, 0, bytes, 0, 100_000).statusCode()).isEqualTo(409);
            String wrong = "sha1 " + Base64.getEncoder().encodeToString(new byte[20]);
            assertThat(archivist.send("PATCH", address, Arrays.copyOfRange(bytes, 100_000, 200_000), token(archivist), "Tus-Resumable", "1.0.0",
                    "Content-Type", "application/offset+octet-stream", "Upload-Offset", "100000", "Upload-Checksum", wrong).statusCode()).isEqualTo(460);
            assertThat(archivist.send("PATCH", address, new byte[300_000], token(archivist), "Tus-Resumable", "1.0.0",
                    "Content-Type", "application/offset+octet-stream", "Upload-Offset", "100000").statusCode()).isEqualTo(413);
            assertThat(archivist.send("PATCH", address, new byte[1], token(archivist), "Tus-Resumable", "1.0.0", "Content-Type", "text/plain",
                    "Upload-Offset", "100000").statusCode()).isEqualTo(415);
            assertThat(archivist.send("PATCH", address, new byte[1], token(archivist), "Tus-Resumable", "0.2.2", "Content-Type",
                    "application/offset+octet-stream", "Upload-Offset", "100000").statusCode()).isEqualTo(412);
            assertThat(head(archivist, address).headers().firstValue("Upload-Offset")).hasValue("100000");

            assertThat(archivist.send("POST", address, Arrays.copyOfRange(bytes, 100_000, 300_000), token(archivist), "X-HTTP-Method-Override", "PATCH",
                    "Tus-Resumable", "1.0.0", "Content-Type", "application/offset+octet-stream", "Upload-Offset", "100000").statusCode()).isEqualTo(204);
            assertThat(archivist.send("POST", address + "/item", form(told(bytes)), token(archivist), FORM).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void anUploadIsItsAccountsAlone() throws Exception {
        byte[] bytes = random(1_000);
        try (DeskVisitor archivist = visitor("archivist"); DeskVisitor other = visitor("other"); DeskVisitor reader = visitor("reader")) {
            String address = begin(archivist, bytes.length, "a.mp4");

            assertThat(head(other, address).statusCode()).isEqualTo(404);
            assertThat(patch(other, address, 0, bytes, 0, bytes.length).statusCode()).isEqualTo(404);
            assertThat(other.send("DELETE", address, new byte[0], token(other), "Tus-Resumable", "1.0.0").statusCode()).isEqualTo(404);
            assertThat(other.send("POST", address + "/item", form(told(bytes)), token(other), FORM).statusCode()).isEqualTo(404);
            assertThat(head(reader, address).statusCode()).isEqualTo(403);
            assertThat(archivist.send("PATCH", address, bytes, "", "Tus-Resumable", "1.0.0", "Content-Type", "application/offset+octet-stream",
                    "Upload-Offset", "0").statusCode()).as("a request that another site forged").isEqualTo(403);

            assertThat(archivist.send("DELETE", address, new byte[0], token(archivist), "Tus-Resumable", "1.0.0").statusCode()).isEqualTo(204);
            assertThat(head(archivist, address).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void whatTheServerCanDoIsToldAsTheProtocolHasIt() throws Exception {
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> options = archivist.send("OPTIONS", "/en/desk/uploads", new byte[0], token(archivist));

            assertThat(options.statusCode()).isEqualTo(204);
            assertThat(options.headers().firstValue("Tus-Version")).hasValue("1.0.0");
            assertThat(options.headers().firstValue("Tus-Extension").orElse("")).contains("creation", "checksum", "termination", "expiration");
            assertThat(options.headers().firstValue("Tus-Checksum-Algorithm").orElse("")).contains("sha1", "sha256");
        }
    }

    @Test
    void theOrdinaryFormAnswersInJsonWhenAskedSo() throws Exception {
        byte[] bytes = random(5_000);
        try (DeskVisitor archivist = visitor("archivist")) {
            HttpResponse<byte[]> kept = archivist.upload("/en/desk/evidence", "application/json", archivist.token(PAGE), told(bytes), "a.mp4", new ByteArrayInputStream(bytes));
            assertThat(kept.statusCode()).isEqualTo(201);
            JsonNode item = json(kept).get("items").get(0);
            assertThat(item.get("sha256").asString()).isEqualTo(Digest.of(bytes).sha256());
            assertThat(item.get("status").asString()).isEqualTo("kept");

            JsonNode again = json(archivist.upload("/en/desk/evidence", "application/json", archivist.token(PAGE), told(bytes), "a.mp4", new ByteArrayInputStream(bytes)));
            assertThat(again.get("items").get(0).get("id")).isEqualTo(item.get("id"));
            assertThat(again.get("items").get(0).get("status").asString()).isEqualTo("known");

            Map<String, String> less = told(bytes);
            less.remove("consent");
            less.remove("obtained-by");
            HttpResponse<byte[]> refused = archivist.upload("/ar/desk/evidence", "application/json", archivist.token(PAGE), less, "a.mp4", new ByteArrayInputStream(bytes));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(refused).get("status").asInt()).isEqualTo(422);
            assertThat(json(refused).get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("consent", "obtained-by");
            assertThat(json(refused).get("errors").findValuesAsString("detail")).allSatisfy(text -> assertThat(text).contains("ناقص"));
        }
    }

    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    private static String begin(DeskVisitor visitor, long length, String name) throws Exception {
        HttpResponse<byte[]> begun = visitor.send("POST", "/en/desk/uploads", new byte[0], token(visitor), "Tus-Resumable", "1.0.0", "Upload-Length", Long.toString(length),
                "Upload-Metadata", "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
        assertThat(begun.statusCode()).as(DeskVisitor.text(begun)).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<byte[]> patch(DeskVisitor visitor, String address, long offset, byte[] bytes, int from, int to) throws Exception {
        return visitor.send("PATCH", address, Arrays.copyOfRange(bytes, from, to), token(visitor), "Tus-Resumable", "1.0.0",
                "Content-Type", "application/offset+octet-stream", "Upload-Offset", Long.toString(offset));
    }

    private static HttpResponse<byte[]> head(DeskVisitor visitor, String address) throws Exception {
        return visitor.send("HEAD", address, new byte[0], "", "Tus-Resumable", "1.0.0");
    }

    /** The readers' page has none; they are refused before it is looked at. */
    private static String token(DeskVisitor visitor) throws Exception {
        return visitor.token("/en/desk");
    }

    private static Map<String, String> told(byte[] bytes) {
        return new HashMap<>(Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "internal",
                "sha256", Digest.of(bytes).sha256()));
    }

    private static byte[] form(Map<String, String> fields) {
        return DeskVisitor.form(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.builder().build().readTree(response.body());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static long count(String question) {
        return DATABASE.sql().sql(question).query(Long.class).single();
    }

    private static long logged() {
        return count("select count(*) from reading where what like '%/uploads/%'");
    }

    private static DeskVisitor visitor(String account) throws Exception {
        return new DeskVisitor(Integer.parseInt(program.getEnvironment().getProperty("local.server.port")), account, PASSWORD);
    }
}
