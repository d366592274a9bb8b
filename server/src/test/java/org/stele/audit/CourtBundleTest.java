package org.stele.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;
import org.stele.fixity.Digest;
import org.stele.sealing.Sequencer;
import org.stele.tlog.VerifierKey;
import org.stele.vault.Act;
import org.stele.vault.CustodyEvent;
import org.stele.witnessing.TestAuthority;
import org.stele.witnessing.WitnessServer;

/** Bundles are checked as their reader does: by the script in them, on its own. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "stele.publish-log=false")
class CourtBundleTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path data;

    @Autowired
    CourtBundle bundles;

    @Autowired
    Receiving receiving;

    @Autowired
    Items items;

    @Autowired
    Sequencer sequencer;

    @Autowired
    DataPlace place;

    @TempDir
    Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("stele.data", () -> data.toString());
    }

    @BeforeEach
    void toolsAreThere() {
        for (String tool : List.of("python3", "openssl")) {
            Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, tool))),
                    "Skipped: no " + tool + " on this machine, which the reader of a bundle has");
        }
    }

    @Test
    void aBundleHoldsForWhoHasOnlyPythonAndOpenssl() throws Exception {
        long item = received("what the camera saw");
        sequencer.publish();
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping);
                WitnessServer witness = WitnessServer.start(folder.resolve("witness"), "witness.example",
                        Map.of(logKey().name(), logKey()), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InstantSource.system())) {
            authority.at = Instant.parse("2026-06-01T00:00:00Z");
            Files.writeString(place.path().resolve("tsa.pem"), authority.rootAsPem());
            Files.writeString(place.path().resolve("time-stamp-authorities"), "example " + authority.address() + " tsa.pem\n");
            Files.writeString(place.path().resolve("witnesses"), "log " + logKey() + "\nwitness partner " + witness.key() + " http://127.0.0.1:" + witness.port() + "\nquorum partner\n");

            CourtBundle.Written written = bundles.write(item, folder.resolve("bundle"), "amal", "request 17");

            assertThat(written.outside().quorum()).isTrue();
            assertThat(written.outside().stamps()).containsOnlyKeys("example");
            Checked checked = check(folder.resolve("bundle"));
            assertThat(checked.lines).as(checked.lines).contains("item " + item + ": the file is, byte for byte, what was received", "cosigned", "stamped the checkpoint")
                    .endsWith("ALL OF IT HOLDS\n").doesNotContain("NOTE");
            assertThat(checked.exit).isZero();
            assertThat(Files.readString(folder.resolve("bundle/custody.txt"))).contains("a neighbour", "request 17", "exported");
            CustodyEvent last = items.chain(items.current(item)).getLast();
            assertThat(last.act()).isEqualTo(Act.EXPORTED);
            assertThat(last.reason()).isEqualTo("request 17");
        } finally {
            Files.delete(place.path().resolve("witnesses"));
            Files.delete(place.path().resolve("time-stamp-authorities"));
        }
    }

    @Test
    void aBundleThatNobodyElseVouchesForSaysSo() throws Exception {
        bundles.write(received("alone"), folder.resolve("bundle"), "amal", "to try");
        assertThat(check(folder.resolve("bundle")).lines).contains("NOTE: no witness cosigned", "NOTE: no time-stamp authority").endsWith("ALL OF IT HOLDS\n");
    }

    @Test
    void whateverIsAlteredIsFoundAlsoWhenTheManifestIsMadeAnew() throws Exception {
        long item = received("to be altered");
        bundles.write(item, folder.resolve("good"), "amal", "to try");
        Path good = folder.resolve("good");
        String event = records(good).entrySet().stream().filter(each -> each.getValue().contains("\"table\":\"custody_event\"")).findFirst().orElseThrow().getKey();

        assertThat(altered(good, "original/" + item, bytes -> bytes.replace("altered", "ALTERED"))).contains("does not have the bytes");
        assertThat(altered(good, event, bytes -> bytes.replace("\"good\":true", "\"good\":false"))).contains("is not what was sealed");
        assertThat(altered(good, "checkpoint", bytes -> bytes.replaceFirst("\n[0-9]+\n", "\n1\n"))).contains("are not one");
        assertThat(altered(good, "cosigned", bytes -> bytes.replaceFirst("— (\\S+) \\S{8}", "— $1 AAAAAAAA"))).contains("not signed by the log's key");
        assertThat(altered(good, "bundle.json", bytes -> bytes.replaceFirst("\"salt\" : \"..", "\"salt\" : \"zz"))).contains("DOES NOT HOLD");
        assertThat(altered(good, "bundle.json", bytes -> bytes.replace("\"item\" : " + item, "\"item\" : " + (item + 1)))).contains("no sealed record says");
        Files.writeString(good.resolve("added.txt"), "x");
        assertThat(check(good).lines).contains("added.txt was added");
        Files.delete(good.resolve("added.txt"));
        Files.writeString(good.resolve("custody.txt"), "another story");
        assertThat(check(good).lines).contains("custody.txt is not the file");
        Files.delete(good.resolve("custody.txt"));
        assertThat(check(good).lines).contains("custody.txt is missing");
    }

    @Test
    void nothingLeavesWithoutAReasonOrOverWhatIsThere() throws Exception {
        long item = received("not to leave");
        assertThatThrownBy(() -> bundles.write(item, folder.resolve("a"), "amal", " ")).isInstanceOf(Refusal.class).hasMessageContaining("--reason");
        assertThatThrownBy(() -> bundles.write(item, folder, "amal", "to try")).isInstanceOf(Refusal.class).hasMessageContaining("already");
        assertThat(items.chain(items.current(item))).extracting(CustodyEvent::act).doesNotContain(Act.EXPORTED);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> bundles.write(4711, folder.resolve("b"), "amal", "to try")).isInstanceOf(Items.NoSuchItem.class);
    }

    private long received(String text) throws IOException {
        Provenance told = Provenance.of(Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "courts"), "street.jpg");
        return receiving.add(new Submission(told, null, null, true, List.of(), "amal", "received at " + Instant.now().truncatedTo(ChronoUnit.DAYS)),
                new ByteArrayInputStream(text.getBytes()), taken -> { }).item();
    }

    private VerifierKey logKey() {
        return VerifierKey.parse(sequencer.verifier().orElseThrow());
    }

    /** What the check of a copy says in which one file is altered, by somebody who makes the manifest anew. */
    private String altered(Path good, String file, UnaryOperator<String> alteration) throws Exception {
        Path copy = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> files = Files.walk(good)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(good.relativize(each));
                Files.createDirectories(to.getParent());
                Files.copy(each, to);
            }
        }
        String before = Files.readString(copy.resolve(file));
        String after = alteration.apply(before);
        assertThat(after).as(file).isNotEqualTo(before);
        Files.writeString(copy.resolve(file), after);
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path each : files.filter(Files::isRegularFile).filter(each -> !each.endsWith("manifest-sha256.txt")).toList()) {
                digests.put(copy.relativize(each).toString(), Digest.of(Files.readAllBytes(each)).sha256());
            }
        }
        Files.writeString(copy.resolve("manifest-sha256.txt"), digests.entrySet().stream().map(each -> each.getValue() + "  " + each.getKey() + "\n").collect(Collectors.joining()));
        Checked checked = check(copy);
        assertThat(checked.exit).as(checked.lines).isEqualTo(1);
        return checked.lines;
    }

    private static Map<String, String> records(Path bundle) throws IOException {
        Map<String, String> records = new TreeMap<>();
        try (Stream<Path> files = Files.list(bundle.resolve("records"))) {
            for (Path each : files.toList()) {
                records.put(bundle.relativize(each).toString(), Files.readString(each));
            }
        }
        return records;
    }

    private record Checked(int exit, String lines) {
    }

    private static Checked check(Path bundle) throws Exception {
        Process python = new ProcessBuilder("python3", "-B", "verify.py").directory(bundle.toFile()).redirectErrorStream(true).start();
        python.getOutputStream().close();
        String lines = new String(python.getInputStream().readAllBytes());
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Checked(python.exitValue(), lines);
    }
}
