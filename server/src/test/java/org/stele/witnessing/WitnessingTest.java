package org.stele.witnessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Refusal;
import org.stele.tlog.Algorithm;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Log;
import org.stele.tlog.SignerKey;

class WitnessingTest {

    @TempDir
    private Path folder;

    private final SignerKey key = SignerKey.generate("register.example", Algorithm.ED25519);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final java.util.ArrayDeque<AutoCloseable> open = new java.util.ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void twoWitnessesCosignALogThatGrows() throws Exception {
        Log log = log("log", "one");
        declare("any-two", "all", witness("a"), witness("b"));
        Witnessing witnessing = new Witnessing(folder, now::get);
        assertThat(witnessing.show(log).quorum()).isTrue();
        log.append(List.of("two".getBytes(), "three".getBytes()));
        Attestation attestation = witnessing.show(log);
        assertThat(attestation.cosigned()).containsOnlyKeys("a", "b").containsValue(now.get());
        assertThat(attestation.checkpoint().size()).isEqualTo(3);
        assertThat(attestation.missing()).isEmpty();
        assertThat(new Witnessing(folder, now::get).latest()).contains(attestation);
    }

    @Test
    void aLogThatWasRewrittenWithItsOwnKeyGetsNoCosignature() throws Exception {
        WitnessServer witness = witness("a");
        declare("one", "all", witness);
        new Witnessing(folder, now::get).show(log("log", "one", "two"));
        Log rewritten = log("rewritten", "one", "TWO", "three");
        Attestation attestation = new Witnessing(folder, now::get).show(rewritten);
        assertThat(attestation.quorum()).isFalse();
        assertThat(attestation.cosigned()).isEmpty();
        assertThat(attestation.missing()).singleElement().asString().contains("422");
    }

    @Test
    void aLogThatWasPutBackIsFound() throws Exception {
        declare("one", "all", witness("a"));
        new Witnessing(folder, now::get).show(log("log", "one", "two"));
        assertThat(new Witnessing(folder, now::get).show(log("older", "one")).missing()).singleElement().asString().contains("has seen this log with 2 entries");
    }

    @Test
    void twoHistoriesOfOneSizeCannotBothReachTheQuorum() throws Exception {
        WitnessServer both = witness("a");
        declare("two", "2", both, witness("b"));
        assertThat(new Witnessing(folder, now::get).show(log("log", "one")).quorum()).isTrue();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        declareIn(elsewhere, "two", "2", both, witness("c"));
        Attestation split = new Witnessing(elsewhere, now::get).show(log("other", "ONE"));
        assertThat(split.quorum()).isFalse();
        assertThat(split.cosigned()).containsOnlyKeys("b");
        assertThat(split.missing()).singleElement().asString().contains("409");
    }

    @Test
    void aWitnessThatIsAwayIsNamedAndAskedAgain() throws Exception {
        WitnessServer away = witness("b");
        declare("any", "all", witness("a"), away);
        int port = away.port();
        open.pop();
        WitnessServer a = (WitnessServer) open.peek();
        away.close();
        Log log = log("log", "one");
        Witnessing witnessing = new Witnessing(folder, now::get);
        Attestation short_ = witnessing.show(log);
        assertThat(short_.quorum()).isFalse();
        assertThat(short_.cosigned()).containsOnlyKeys("a");
        assertThat(short_.missing()).singleElement().asString().startsWith("b could not be reached");
        open.push(WitnessServer.start(folder.resolve("b"), "b.example", Map.of("register.example", key.verifier()), new InetSocketAddress("127.0.0.1", port), now::get));
        assertThat(witnessing.show(log).quorum()).isTrue();
        assertThat(a.port()).isPositive();
    }

    @Test
    void aWitnessRemembersOverARestartAndKeepsItsKeyToItself() throws Exception {
        WitnessServer witness = witness("a");
        declare("one", "all", witness);
        new Witnessing(folder, now::get).show(log("log", "one", "two"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/witness.key")))).isEqualTo("rw-------");
        assertThatThrownBy(() -> witness("a")).isInstanceOf(Refusal.class).hasMessageContaining("Another witness");
        int port = witness.port();
        witness.close();
        open.pop();
        assertThatThrownBy(() -> WitnessServer.start(folder.resolve("a"), "other.example", Map.of(), new InetSocketAddress("127.0.0.1", 0), now::get))
                .isInstanceOf(Refusal.class).hasMessageContaining("keeps its name");
        open.push(WitnessServer.start(folder.resolve("a"), "a.example", Map.of("register.example", key.verifier()), new InetSocketAddress("127.0.0.1", port), now::get));
        assertThat(new Witnessing(folder, now::get).show(log("older", "one")).quorum()).isFalse();
    }

    @Test
    void twoAuthoritiesStampACheckpointOnceAnHour() throws Exception {
        TestAuthority first = authority("first");
        authority("second");
        Witnessing witnessing = new Witnessing(folder, now::get);
        Log log = log("log", "one");
        Attestation attestation = witnessing.show(log);
        assertThat(attestation.stamps()).containsOnlyKeys("first", "second");
        assertThat(attestation.stamps().get("first").at()).isEqualTo(first.at);
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(10)));
        log.append(List.of("two".getBytes()));
        assertThat(witnessing.show(log).stamps()).isEmpty();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(51)));
        log.append(List.of("three".getBytes()));
        assertThat(new Witnessing(folder, now::get).show(log).stamps()).hasSize(2);
        assertThat(new Witnessing(folder, now::get).all()).extracting(each -> each.checkpoint().size()).as("what nobody stamped is not kept for ever").containsExactly(1L, 3L);
    }

    @Test
    void aStampThatDoesNotHoldIsNotKept() throws Exception {
        TestAuthority authority = authority("first");
        Log log = log("log", "one");
        byte[] old = authority.reply(new org.bouncycastle.tsp.TimeStampRequestGenerator().generate(org.bouncycastle.tsp.TSPAlgorithms.SHA256, new byte[32], java.math.BigInteger.ONE).getEncoded());
        authority.lie = reply -> old;
        assertThat(new Witnessing(folder, now::get).show(log).missing()).singleElement().asString().contains("no time stamp");
        authority.lie = reply -> {
            byte[] bent = reply.clone();
            bent[bent.length - 3] ^= 1;
            return bent;
        };
        assertThat(new Witnessing(folder, now::get).show(log).stamps()).isEmpty();
        authority.lie = reply -> "no reply at all".getBytes();
        assertThat(new Witnessing(folder, now::get).show(log).stamps()).isEmpty();
        authority.lie = reply -> reply;
        authority.at = Instant.parse("2031-01-01T00:00:00Z");
        assertThat(new Witnessing(folder, now::get).show(log).missing()).as("a certificate that has run out").hasSize(1);
        authority.at = now.get();
        assertThat(new Witnessing(folder, now::get).show(log).stamps()).hasSize(1);
    }

    @Test
    void filesThatCannotBeUnderstoodAreRefusedWithTheirLine() throws Exception {
        Files.writeString(folder.resolve("witnesses"), "quorum none\nwitness x\n");
        assertThatThrownBy(() -> new Witnessing(folder, now::get)).isInstanceOf(Refusal.class).hasMessageContaining("witnesses: Line 2");
        Files.writeString(folder.resolve("witnesses"), "quorum none\n");
        Files.writeString(folder.resolve("time-stamp-authorities"), "# none\nfirst https://tsa.example/ nowhere.pem\n");
        assertThatThrownBy(() -> new Witnessing(folder, now::get)).isInstanceOf(Refusal.class).hasMessageContaining("Line 2").hasMessageContaining("nowhere.pem");
    }

    private Log log(String name, String... entries) {
        Log log = Log.open(new FileTiles(folder.resolve(name)), key);
        log.append(List.of(entries).stream().map(String::getBytes).toList());
        return log;
    }

    private WitnessServer witness(String name) throws Exception {
        WitnessServer witness = WitnessServer.start(folder.resolve(name), name + ".example", Map.of("register.example", key.verifier()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), now::get);
        open.push(witness);
        return witness;
    }

    private TestAuthority authority(String name) throws Exception {
        TestAuthority authority = new TestAuthority(name, KeyPurposeId.id_kp_timeStamping);
        open.push(authority);
        Files.writeString(folder.resolve(name + ".pem"), authority.rootAsPem());
        Path list = folder.resolve("time-stamp-authorities");
        Files.writeString(list, (Files.exists(list) ? Files.readString(list) : "") + name + " " + authority.address() + " " + name + ".pem\n");
        return authority;
    }

    private void declare(String group, String threshold, WitnessServer... witnesses) throws Exception {
        declareIn(folder, group, threshold, witnesses);
    }

    private void declareIn(Path place, String group, String threshold, WitnessServer... witnesses) throws Exception {
        StringBuilder file = new StringBuilder("log " + key.verifier() + "\n");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < witnesses.length; i++) {
            String name = Character.toString('a' + i);
            file.append("witness ").append(name).append(' ').append(witnesses[i].key()).append(" http://127.0.0.1:").append(witnesses[i].port()).append("/\n");
            names.append(' ').append(name);
        }
        Files.writeString(place.resolve("witnesses"), file + "group " + group + " " + threshold + names + "\nquorum " + group + "\n");
    }
}
