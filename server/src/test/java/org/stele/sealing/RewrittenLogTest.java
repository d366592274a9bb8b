package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;
import org.stele.history.Changes;
import org.stele.tlog.Algorithm;
import org.stele.tlog.Log;
import org.stele.tlog.SignerKey;
import org.stele.tlog.VerifierKey;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.WitnessServer;
import org.stele.witnessing.Witnessing;

/**
 * Somebody has the whole machine: the database's superuser, its files, and the key of the log. What is then altered everywhere at once
 * agrees with itself, and is found by what others kept.
 */
class RewrittenLogTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient sql = database.sql();
    private final Changes changes = new Changes(database.source());
    private Path data;
    private Sequencer sequencer;

    @BeforeEach
    void aRegisterWithAPublishedLog() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        sequencer = new Sequencer(database.source(), new DataPlace(data));
        for (int i = 0; i < 40; i++) {
            told(i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void told(int number) {
        changes.make("a clerk", "statement " + number, change -> {
            change.append("statement", List.of("id", "source", "victim", "recorded_at", "locator", "key", "words"),
                    List.of(List.of((long) number, 1L, 7L, change.at(), "page " + number, "k" + number, "they said it was the militia")));
            return null;
        });
    }

    /** Alters a statement, its entry, and every tile and checkpoint of the log, signed with its own key. */
    private Log rewrite(long statement) throws IOException {
        past("update statement set words = 'they said nothing' where id = " + statement);
        SealedRow row = new SealedRows(database.source()).find("statement", List.of(statement)).orElseThrow();
        MessageDigest sha256 = Digest.algorithm();
        sha256.update(row.salt());
        String commitment = java.util.HexFormat.of().formatHex(sha256.digest(row.form()));
        past("update sealed_block set commitments = overlay(commitments placing '\\x%s'::bytea from (%d - first)::int * 32 + 1 for 32) where first <= %2$d and next > %2$d"
                .formatted(commitment, row.index()));
        return writeAnew();
    }

    private Log writeAnew() throws IOException {
        past("delete from log_checkpoint");
        delete(data.resolve("log"));
        return sequencer.publish().orElseThrow();
    }

    private static void delete(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void past(String statement) {
        sql.sql("set session_replication_role = replica; " + statement + "; set session_replication_role = origin").update();
    }

    private Verification.Report verify(OutsideCheckpoint... outside) {
        return new Verification(database.source(), sequencer).run(List.of(outside), (done, of) -> { });
    }

    private static OutsideCheckpoint kept(Log log) {
        return OutsideCheckpoint.read("the checkpoint in court.txt", log.signedCheckpoint().orElseThrow().written());
    }

    @Test
    void aLogThatWasWrittenAnewAgreesWithItselfAndContradictsAKeptCheckpoint() throws IOException {
        OutsideCheckpoint court = kept(sequencer.publish().orElseThrow());
        told(40);
        sequencer.publish();
        assertThat(verify(court).faults()).as("the log has only grown").isEmpty();

        rewrite(7);

        assertThat(verify().faults()).as("on this machine alone nothing shows it").isEmpty();
        assertThat(verify(court).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.what()).isEqualTo("the checkpoint in court.txt");
            assertThat(fault.words()).contains("CONTRADICTS the checkpoint in court.txt", "the log had 80 entries", "written anew after the checkpoint was given out");
        });
    }

    @Test
    void theOneThatIsContradictedIsNamedAmongSeveral() throws IOException {
        Log log = sequencer.publish().orElseThrow();
        OutsideCheckpoint early = kept(log);
        for (int i = 40; i < 60; i++) {
            told(i);
        }
        OutsideCheckpoint late = OutsideCheckpoint.read("the checkpoint in partner.txt", sequencer.publish().orElseThrow().signedCheckpoint().orElseThrow().written());
        rewrite(50);
        assertThat(verify(early, late).faults()).singleElement().extracting(Fault::what).isEqualTo("the checkpoint in partner.txt");
    }

    @Test
    void entriesTakenOffTheEndAreFoundByACheckpointThatCoversThem() throws IOException {
        OutsideCheckpoint court = kept(sequencer.publish().orElseThrow());
        past("delete from statement where id = 39; delete from change where number = 40; delete from sealed_block where change = 40; delete from opened where change = 40");
        writeAnew();
        assertThat(verify().faults()).isEmpty();
        assertThat(verify(court).faults()).singleElement().extracting(Fault::words).asString().contains("CONTRADICTS", "had 80 entries; now it has only 78");
    }

    @Test
    void anotherKeyOrAnotherLogUnderAKeptCheckpointIsFound() throws IOException {
        OutsideCheckpoint court = kept(sequencer.publish().orElseThrow());
        String name = VerifierKey.parse(sequencer.verifier().orElseThrow()).name();
        SignerKey other = SignerKey.generate(name, Algorithm.ED25519);
        Files.writeString(data.resolve("log-key/key"), other.secret() + "\n" + other.verifier() + "\n");
        past("update log_key set verifier = '" + other.verifier() + "'");
        writeAnew();
        assertThat(verify().faults()).isEmpty();
        assertThat(verify(court).faults()).singleElement().extracting(Fault::words).asString().contains("not signed with the key that the database states");

        SignerKey foreign = SignerKey.generate("stele/of-others", Algorithm.ED25519);
        Log log = Log.open(new org.stele.tlog.FileTiles(folder.resolve("foreign")), foreign);
        log.append(List.of("one".getBytes()));
        assertThat(verify(kept(log)).faults()).singleElement().extracting(Fault::words).asString().contains("stele/of-others", name, "belongs to another register");
    }

    @Test
    void aWitnessRefusesItAndWhatTheWitnessKeepsIsEnoughToFindIt() throws Exception {
        Log log = sequencer.publish().orElseThrow();
        VerifierKey key = VerifierKey.parse(sequencer.verifier().orElseThrow());
        try (WitnessServer witness = WitnessServer.start(folder.resolve("witness"), "witness.example", Map.of(key.name(), key),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InstantSource.system())) {
            Files.writeString(data.resolve("witnesses"), "log " + key + "\nwitness partner " + witness.key() + " http://127.0.0.1:" + witness.port() + "\nquorum partner\n");
            assertThat(Witnessing.keptIn(data).show(log).quorum()).isTrue();
            OutsideCheckpoint remembered = OutsideCheckpoint.read("what the witness keeps", memory());
            assertThat(verify(remembered).faults()).isEmpty();

            Attestation same = Witnessing.keptIn(data).show(rewrite(7));
            assertThat(same.quorum()).isFalse();
            assertThat(same.missing()).singleElement().asString().contains("answered 409");

            told(40);
            Attestation longer = Witnessing.keptIn(data).show(sequencer.publish().orElseThrow());
            assertThat(longer.quorum()).isFalse();
            assertThat(longer.missing()).singleElement().asString().contains("answered 422");
            assertThat(verify().faults()).isEmpty();
            assertThat(verify(remembered).faults()).singleElement().extracting(Fault::words).asString().contains("CONTRADICTS what the witness keeps");
        }
    }

    private String memory() throws IOException {
        List<Path> logs = new ArrayList<>();
        try (var files = Files.list(folder.resolve("witness"))) {
            files.filter(each -> each.getFileName().toString().startsWith("log-")).forEach(logs::add);
        }
        return Files.readString(logs.getFirst());
    }
}
