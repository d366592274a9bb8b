package org.stele.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.commandline.SteleCommand;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.sealing.Sequencer;
import org.stele.tlog.VerifierKey;
import org.stele.witnessing.TestAuthority;
import org.stele.witnessing.WitnessServer;

/** What the desk, {@code stele log status} and {@code stele doctor} say of the log: the same, and loudly where nobody vouches for it. */
@SpringBootTest
@AutoConfigureMockMvc
class HistoryPageTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Path FOLDER = TestDatabase.folder();
    static final String PASSWORD = "four words apart here";

    @Autowired
    MockMvc server;
    @Autowired
    Sequencer sequencer;
    @Autowired
    Audit audit;
    @Autowired
    Changes changes;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("stele.data", FOLDER::toString);
        // The test itself publishes and shows.
        registry.add("stele.publish-log", () -> "false");
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.add("nadia", Role.AUDITOR, PASSWORD, new By("test", "to look"));
        accounts.add("omar", Role.ADMINISTRATOR, PASSWORD, new By("test", "to look after"));
        accounts.add("amal", Role.RESEARCHER, PASSWORD, new By("test", "to work"));
        TestAccounts.enrolSealed(DATABASE.source(), "nadia", "omar", "amal");
    }

    @AfterEach
    void nobodyIsDeclared() throws IOException {
        Files.deleteIfExists(FOLDER.resolve("witnesses"));
        Files.deleteIfExists(FOLDER.resolve("time-stamp-authorities"));
        DATABASE.sql().sql("set session_replication_role = replica; update log_checkpoint set at = now(); set session_replication_role = origin").update();
    }

    private String page(String account, String language) throws Exception {
        MockHttpSession session = (MockHttpSession) server.perform(post("/en/sign-in").param("account", account).param("password", PASSWORD)
                .param("code", TestAccounts.code()).with(csrf())).andReturn().getRequest().getSession(false);
        return server.perform(get("/" + language + "/desk/history").session(session)).andReturn().getResponse().getContentAsString();
    }

    private void change(String reason) {
        changes.make("test", reason, change -> null);
    }

    /** The last checkpoints were signed so many minutes ago. */
    private void minutesLater(int minutes) {
        DATABASE.sql().sql("set session_replication_role = replica; update log_checkpoint set at = at - make_interval(mins => %d); set session_replication_role = origin".formatted(minutes)).update();
    }

    private String said(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of(arguments), java.util.stream.Stream.of("--data", FOLDER.toString(), "--db-url", DATABASE.url())).toArray(String[]::new);
        int code = SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(out), all);
        return code + "\n" + out;
    }

    @Test
    void auditorsAndAdministratorsSeeTheLogAndNobodyElse() throws Exception {
        change("first");
        String root = sequencer.publish().orElseThrow().checkpoint().root().base64();
        for (String account : List.of("nadia", "omar")) {
            assertThat(page(account, "en")).contains("History", "No witness is declared", root.substring(0, 8));
        }
        assertThat(page("nadia", "ar")).contains("السجل المختوم", "لم يُعلَن عن أي شاهد");
        assertThat(page("amal", "en")).doesNotContain(root.substring(0, 8));
        assertThat(said("log", "status")).contains("no witness is declared", root);
    }

    @Test
    void aWitnessThatIsAwayMakesItUnwitnessedSinceTheFirstCheckpointItDidNotSee() throws Exception {
        change("before");
        VerifierKey key = VerifierKey.parse(sequencer.publish().map(log -> sequencer.verifier().orElseThrow()).orElseThrow());
        WitnessServer witness = WitnessServer.start(Files.createTempDirectory(FOLDER, "witness"), "witness.example", Map.of(key.name(), key),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InstantSource.system());
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping)) {
            Files.writeString(FOLDER.resolve("tsa.pem"), authority.rootAsPem());
            Files.writeString(FOLDER.resolve("time-stamp-authorities"), "example " + authority.address() + " tsa.pem\n");
            Files.writeString(FOLDER.resolve("witnesses"), "log " + key + "\nwitness partner " + witness.key() + " http://127.0.0.1:" + witness.port() + "\nquorum partner\n");
            assertThat(LogStanding.now(DATABASE.source(), new org.stele.database.DataPlace(FOLDER)).outside()).as("just published").isEqualTo(LogStanding.Outside.WITNESSED);
            org.stele.witnessing.Witnessing.keptIn(FOLDER).show(sequencer.publish().orElseThrow());
            minutesLater(10);
            assertThat(page("nadia", "en")).contains("have cosigned what is published", "partner", "example").doesNotContain("Unwitnessed");
            assertThat(said("doctor")).startsWith("0").contains("witnessed: cosigned by partner");

            witness.close();
            change("after the witness went away");
            org.stele.witnessing.Witnessing.keptIn(FOLDER).show(sequencer.publish().orElseThrow());
            minutesLater(10);

            assertThat(page("nadia", "en")).contains("role=\"alert\"", "Unwitnessed since");
            assertThat(page("omar", "ar")).contains("بلا شهود منذ");
            assertThat(said("log", "status")).contains("UNWITNESSED since");
            assertThat(said("doctor")).startsWith("1").contains("UNWITNESSED since", "ask those who run the witnesses");
        } finally {
            witness.close();
        }
    }

    @Test
    void theLastVerifyIsToldWithWhatItFound() throws Exception {
        change("to be verified");
        sequencer.publish();
        audit.run(List.of(), false, (unit, done, of) -> { });
        assertThat(page("nadia", "en")).contains("were as they were sealed");
        String reason = DATABASE.sql().sql("select reason from change where number = 1").query(String.class).single();
        past("update change set reason = 'altered' where number = 1");
        try {
            assertThat(said("verify")).startsWith("1\nNOT AS IT WAS SEALED").contains("change 1 is not what was sealed", "What to do: Change nothing by hand");
            assertThat(page("nadia", "en")).contains("role=\"alert\"", "one thing was not as sealed", "change 1 is not what was sealed");
            assertThat(said("doctor")).startsWith("1").contains("NOT as sealed");
            assertThat(said("verify", "--quick", "--json")).contains("\"good\":false", "\"part\":\"register\"", "\"remedy\":");
        } finally {
            past("update change set reason = '" + reason + "' where number = 1");
        }
        assertThat(said("verify")).startsWith("0\nEvery record is what was sealed").contains("no checkpoint that somebody else kept");
    }

    @Test
    void aKeptCheckpointIsGivenToVerifyAndWhatIsNoneIsRefusedInWords() throws Exception {
        change("kept");
        Path kept = FOLDER.resolve("court.txt");
        Files.writeString(kept, sequencer.publish().orElseThrow().signedCheckpoint().orElseThrow().written());
        change("later");
        assertThat(said("verify", "--checkpoint", kept.toString())).startsWith("0").contains("The log goes on from the checkpoint in " + kept);
        String text = Files.readString(kept);
        Files.writeString(kept, text.split("\n\n")[0].replaceFirst("\n[0-9]+\n", "\n1\n") + "\n");
        assertThat(said("verify", "--checkpoint", kept.toString())).startsWith("1").contains("CONTRADICTS the checkpoint in " + kept);
        Files.writeString(kept, "nothing");
        assertThat(said("verify", "--checkpoint", kept.toString())).startsWith("1").contains("holds no checkpoint", "stele log checkpoint");
        assertThat(said("verify", "--checkpoint", kept + ".not")).startsWith("1").contains("There is no file");
    }

    /** As the database's superuser can, past all triggers. */
    private static void past(String statement) {
        DATABASE.sql().sql("set session_replication_role = replica; " + statement + "; set session_replication_role = origin").update();
    }
}
