package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A log that holds its own key shows one history to one client and another of the same size to the other. Each client asks for the
 * cosignatures of more than half of the witnesses; no witness signs twice for one size, so one of the two clients is left short.
 */
class SplitViewTest {

    private static final String ORIGIN = "register.example";

    private final SignerKey key = SignerKey.generate(ORIGIN, Algorithm.ED25519);
    private final Log honest = log(0);
    private final Log other = log(1);

    private Log log(int from) {
        Log log = Log.open(new MemoryTiles(), key);
        log.append(LogTest.entries(from, from + 10));
        return log;
    }

    private record Watching(SignerKey key, Witness witness) {
    }

    private List<Watching> witnesses(int count) {
        return IntStream.range(0, count).mapToObj(i -> SignerKey.generate("w" + i + ".example", Algorithm.COSIGNATURE))
                .map(each -> new Watching(each, new Witness(Map.of(ORIGIN, key.verifier()), each, new MemoryTiles(), InstantSource.fixed(Instant.EPOCH)))).toList();
    }

    private Policy policy(List<Watching> witnesses, int quorum) {
        StringBuilder file = new StringBuilder("log " + key.verifier() + "\n");
        List<String> names = new ArrayList<>();
        for (Watching each : witnesses) {
            names.add("n" + names.size());
            file.append("witness ").append(names.getLast()).append(' ').append(each.key.verifier()).append('\n');
        }
        return Policy.parse(file + "group most " + quorum + " " + String.join(" ", names) + "\nquorum most\n");
    }

    /** The log's checkpoint, with what a witness added where it added something. */
    private static Note cosigned(Log log, Note so, Watching witness) {
        Witness.Reply reply = witness.witness.add(Witness.request(0, List.of(), log.signedCheckpoint().orElseThrow()));
        return reply instanceof Witness.Reply.Cosigned(String lines) ? Note.parse(so.written() + lines) : so;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void whicheverWitnessIsShownWhichHistoryFirstAtMostOneClientAccepts(int count) {
        for (int order = 0; order < 1 << count; order++) {
            List<Watching> witnesses = witnesses(count);
            Policy policy = policy(witnesses, count / 2 + 1);
            Note first = honest.signedCheckpoint().orElseThrow();
            Note second = other.signedCheckpoint().orElseThrow();
            assertThat(Checkpoint.parse(first.text()).size()).isEqualTo(Checkpoint.parse(second.text()).size());
            assertThat(first.signedBy(key.verifier()) && second.signedBy(key.verifier())).as("by its own signature alone either is good").isTrue();
            for (int i = 0; i < count; i++) {
                boolean honestFirst = (order >> i & 1) == 0;
                first = honestFirst ? cosigned(honest, first, witnesses.get(i)) : first;
                second = cosigned(other, second, witnesses.get(i));
                first = honestFirst ? first : cosigned(honest, first, witnesses.get(i));
            }
            assertThat(List.of(policy.accepts(first), policy.accepts(second))).as("order %d of %d witnesses", order, count).isNotEqualTo(List.of(true, true));
        }
    }

    @Test
    void aQuorumOfNoMoreThanHalfWouldNotDetectIt() {
        List<Watching> witnesses = witnesses(2);
        Policy weak = policy(witnesses, 1);
        assertThat(weak.accepts(cosigned(honest, honest.signedCheckpoint().orElseThrow(), witnesses.get(0)))).isTrue();
        assertThat(weak.accepts(cosigned(other, other.signedCheckpoint().orElseThrow(), witnesses.get(1)))).as("so docs ask for more than half").isTrue();
    }
}
