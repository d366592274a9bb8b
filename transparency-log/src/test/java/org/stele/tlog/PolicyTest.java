package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SignerKey log = SignerKey.generate("register.example/log", Algorithm.ED25519);
    private final List<SignerKey> witnesses = List.of(SignerKey.generate("a.example", Algorithm.COSIGNATURE),
            SignerKey.generate("b.example", Algorithm.COSIGNATURE), SignerKey.generate("c.example", Algorithm.COSIGNATURE));
    private final Note checkpoint = signed(log);

    @Test
    void aQuorumOfTwoInThreeIsMetByAnyTwo() {
        Policy policy = Policy.parse(file("group ours 2 A B C", "quorum ours"));
        assertThat(policy.accepts(checkpoint)).isFalse();
        assertThat(policy.accepts(cosigned(0))).isFalse();
        assertThat(policy.accepts(cosigned(0, 2))).isTrue();
        assertThat(policy.accepts(cosigned(2, 1))).isTrue();
        assertThat(policy.accepts(cosigned(1, 1))).as("one witness twice is one witness").isFalse();
    }

    @Test
    void groupsHaveGroups() {
        Policy policy = Policy.parse(file("group some any A B", "group all all some C", "quorum all"));
        assertThat(policy.accepts(cosigned(0, 1))).isFalse();
        assertThat(policy.accepts(cosigned(1, 2))).isTrue();
    }

    @Test
    void withoutAQuorumTheLogsOwnSignatureIsEnoughAndNeeded() {
        Policy policy = Policy.parse(file("quorum none"));
        assertThat(policy.asksForWitnesses()).isFalse();
        assertThat(policy.accepts(checkpoint)).isTrue();
        assertThat(policy.accepts(signed(SignerKey.generate("register.example/log", Algorithm.ED25519)))).isFalse();
        SignerKey other = SignerKey.generate("other.example", Algorithm.ED25519);
        assertThat(Policy.parse("log " + other.verifier() + "\nquorum none\n").accepts(checkpoint)).isFalse();
    }

    @Test
    void commentsTabsAndUrlsAreRead() {
        Policy policy = Policy.parse("# ours\n\n\tlog\t" + log.verifier() + " https://register.example/log\nwitness A " + witnesses.getFirst().verifier()
                + "  https://a.example/ \nquorum A");
        assertThat(policy.logs().getFirst().url()).contains("https://register.example/log");
        assertThat(policy.witnesses().getFirst().url()).contains("https://a.example/");
    }

    @Test
    void aFaultyFileIsRefusedWithTheLineAndTheFault() {
        assertThatThrownBy(() -> Policy.parse(file())).hasMessageContaining("quorum");
        assertThatThrownBy(() -> Policy.parse(file("quorum none", "quorum none"))).hasMessageContaining("Line 6");
        assertThatThrownBy(() -> Policy.parse(file("quorum nobody"))).hasMessageContaining("'nobody'");
        assertThatThrownBy(() -> Policy.parse(file("group none 1 A", "quorum none"))).hasMessageContaining("not taken");
        assertThatThrownBy(() -> Policy.parse(file("group g 3 A B", "quorum g"))).hasMessageContaining("3 members");
        assertThatThrownBy(() -> Policy.parse(file("group g 0 A B", "quorum g"))).hasMessageContaining("'0'");
        assertThatThrownBy(() -> Policy.parse(file("group g all A", "group h all A", "quorum h"))).hasMessageContaining("once only");
        assertThatThrownBy(() -> Policy.parse(file("witness D " + witnesses.getFirst().verifier(), "quorum none"))).hasMessageContaining("each key once");
        assertThatThrownBy(() -> Policy.parse(file("witness D " + log.verifier(), "quorum none"))).hasMessageContaining("cosignatures");
        assertThatThrownBy(() -> Policy.parse(file("wittness D x", "quorum none"))).hasMessageContaining("'wittness'");
    }

    private String file(String... lines) {
        StringBuilder file = new StringBuilder("log " + log.verifier() + "\n");
        for (int i = 0; i < 3; i++) {
            file.append("witness ").append((char) ('A' + i)).append(' ').append(witnesses.get(i).verifier()).append('\n');
        }
        return file + String.join("\n", lines) + "\n";
    }

    private Note cosigned(int... by) {
        Note note = checkpoint;
        for (int each : by) {
            note = note.with(witnesses.get(each).sign(note, NOW));
        }
        return note;
    }

    private static Note signed(SignerKey key) {
        Note note = new Note(new Checkpoint("register.example/log", 7, Hash.leaf(new byte[0])).text(), List.of());
        return note.with(key.sign(note, NOW));
    }
}
