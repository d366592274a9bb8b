package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitnessTest {

    final SignerKey logKey = SignerKey.generate("example.org/register", Algorithm.ED25519);
    final SignerKey witnessKey = SignerKey.generate("witness.example/w1", Algorithm.COSIGNATURE);
    final MemoryTiles memory = new MemoryTiles();
    final Witness witness = new Witness(Map.of("example.org/register", logKey.verifier()), witnessKey, memory,
            InstantSource.fixed(Instant.ofEpochSecond(1_606_780_800)));
    final Log log = Log.open(new MemoryTiles(), logKey);

    Witness.Reply ask(Log log, long old) {
        long size = log.checkpoint().size();
        return witness.add(Witness.request(old, old > size ? List.of() : log.consistency(old, size), log.signedCheckpoint().orElseThrow()));
    }

    @Test
    void itCosignsWhatGoesOnFromWhatItSawAndRemembersIt() {
        log.append(LogTest.entries(0, 10));
        assertThat(ask(log, 0)).isInstanceOfSatisfying(Witness.Reply.Cosigned.class, reply -> {
            Note cosigned = Note.parse(log.signedCheckpoint().orElseThrow().written() + reply.lines());
            assertThat(cosigned.signedBy(witnessKey.verifier())).isTrue();
            assertThat(witnessKey.verifier().cosigned(cosigned)).contains(Instant.ofEpochSecond(1_606_780_800));
        });
        log.append(LogTest.entries(10, 400));
        assertThat(ask(log, 10).status()).isEqualTo(200);
        assertThat(ask(log, 400).status()).as("the same again").isEqualTo(200);
        assertThat(ask(log, 10)).isEqualTo(new Witness.Reply.Conflict(400));
    }

    @Test
    void aRewrittenLogGetsNoCosignatureThoughItHoldsTheKey() {
        log.append(LogTest.entries(0, 10));
        assertThat(ask(log, 0).status()).isEqualTo(200);
        Log rewritten = Log.open(new MemoryTiles(), logKey);
        rewritten.append(LogTest.entries(1, 11));
        assertThat(ask(rewritten, 10)).as("another tree of the same size").isEqualTo(new Witness.Reply.Conflict(10));
        rewritten.append(LogTest.entries(11, 20));
        assertThat(ask(rewritten, 10).status()).as("a longer one").isEqualTo(422);
        Log shorter = Log.open(new MemoryTiles(), logKey);
        shorter.append(LogTest.entries(0, 5));
        assertThat(ask(shorter, 10).status()).isEqualTo(400);
        assertThat(ask(shorter, 5)).isEqualTo(new Witness.Reply.Conflict(10));
    }

    @Test
    void itAnswersAsTheSpecificationSaysToWhatItCannotTake() {
        log.append(LogTest.entries(0, 10));
        assertThat(witness.add("nonsense").status()).isEqualTo(400);
        assertThat(witness.add(Witness.request(0, List.of(Hash.EMPTY_ROOT), log.signedCheckpoint().orElseThrow())).status()).isEqualTo(422);
        Log unknown = Log.open(new MemoryTiles(), SignerKey.generate("example.org/other", Algorithm.ED25519));
        assertThat(ask(unknown, 0).status()).isEqualTo(404);
        Log forged = Log.open(new MemoryTiles(), SignerKey.generate("example.org/register", Algorithm.ED25519));
        assertThat(ask(forged, 0).status()).isEqualTo(403);
        assertThat(memory.files).as("nothing was remembered").isEmpty();
    }

    @Test
    void aKeyIsReadBackFromItsTextAndOnlyWithItsOwnOtherHalf() {
        assertThat(SignerKey.parse(logKey.secret(), logKey.verifier()).secret()).isEqualTo(logKey.secret());
        assertThat(VerifierKey.parse(witnessKey.verifier().toString())).isEqualTo(witnessKey.verifier());
        SignerKey other = SignerKey.generate("example.org/register", Algorithm.ED25519);
        assertThatThrownBy(() -> SignerKey.parse(logKey.secret(), other.verifier())).hasMessageContaining("Not the secret half");
        assertThatThrownBy(() -> VerifierKey.parse("a+00000000+" + logKey.verifier().toString().split("\\+", 3)[2])).hasMessageContaining("number");
        assertThat(logKey.toString()).doesNotContain(logKey.secret().split("\\+", 5)[4]);
    }

    @Test
    void aSignatureHasOneWayToBeWritten() {
        Note note = new Note("trial\n", List.of(new Note.Signature("a.example", 1, new byte[64])));
        assertThat(note.written()).endsWith("AAA=\n");
        assertThatThrownBy(() -> Note.parse(note.written().replace("AAA=\n", "AAB=\n"))).hasMessageContaining("canonical");
        assertThatThrownBy(() -> Hash.ofBase64(Hash.EMPTY_ROOT.base64().replace("=", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNoteThatWasChangedInAnyByteIsNoLongerSigned() {
        log.append(LogTest.entries(0, 10));
        String written = log.signedCheckpoint().orElseThrow().written();
        for (int i = 0; i < written.length(); i++) {
            String changed = written.substring(0, i) + (char) (written.charAt(i) ^ 1) + written.substring(i + 1);
            boolean signed;
            try {
                signed = Note.parse(changed).signedBy(logKey.verifier());
            } catch (IllegalArgumentException e) {
                signed = false;
            }
            assertThat(signed).as("byte %d: %s", i, changed).isFalse();
        }
    }
}
