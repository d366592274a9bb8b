package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Log;
import org.stele.tlog.ProofFile;
import org.stele.tlog.VerifierKey;

/** What the law demands to be forgotten is forgotten, and nothing else comes to harm. */
class ErasureTest {

    final TestDatabase database = TestDatabase.fresh();
    final Changes changes = new Changes(database.source());

    void statements(long first, int count) {
        changes.make("a clerk", "statements", change -> {
            change.append("statement", List.of("id", "source", "victim", "recorded_at", "locator", "key", "words"), LongStream.range(first, first + count)
                    .mapToObj(id -> List.<Object>of(id, 1L, 7L, change.at(), "page " + id, "key " + id, "secret words of " + id)).toList());
            return null;
        });
    }

    void erase(List<Long> ids) {
        changes.make("the data protection officer", "the family asked for it", change -> {
            ids.forEach(id -> change.erase("statement", List.of(id), Map.of("words", "[erased]")));
            return null;
        });
    }

    @Test
    void aThousandErasuresLeaveEveryProofValidAndEverythingElseWatched(@TempDir Path folder) {
        try (database) {
            Sequencer sequencer = new Sequencer(database.source(), new DataPlace(folder));
            Verification verification = new Verification(database.source(), sequencer);
            statements(1, 3000);
            IntStream.range(0, 20).forEach(i -> statements(10_000 + i, 1));
            Log log = sequencer.publish().orElseThrow();
            Checkpoint before = log.checkpoint();
            SealedRows rows = new SealedRows(database.source());
            List<Long> ids = new ArrayList<>(LongStream.concat(LongStream.rangeClosed(1, 3000), LongStream.range(10_000, 10_020)).boxed().toList());
            java.util.Collections.shuffle(ids, new Random(7));
            List<Long> erased = ids.subList(0, 1000);
            List<String> proofs = new ArrayList<>();
            List<byte[]> entries = new ArrayList<>();
            for (long id : erased) {
                SealedRow row = rows.find("statement", List.of(id)).orElseThrow();
                assertThat(row.holds()).isTrue();
                proofs.add(new ProofFile(row.index(), log.inclusion(row.index(), before.size()), log.signedCheckpoint().orElseThrow()).written());
                entries.add(row.entry());
            }

            erase(erased);

            log = sequencer.publish().orElseThrow();
            assertThat(verification.run((done, total) -> { }).faults()).isEmpty();
            assertThat(log.root(before.size())).isEqualTo(before.root());
            VerifierKey key = VerifierKey.parse(sequencer.verifier().orElseThrow());
            for (int i = 0; i < proofs.size(); i++) {
                assertThat(ProofFile.parse(proofs.get(i)).proves(entries.get(i), key)).isTrue();
            }
            assertThat(database.sql().sql("select count(*) from statement where words = '[erased]'").query(Long.class).single()).isEqualTo(1000);
            assertThat(database.sql().sql("select count(*) from erasure").query(Long.class).single()).isEqualTo(1000);
            byte[] salts = database.sql().sql("select salts from sealed_block where table_name = 'statement' order by first limit 1").query(byte[].class).single();
            assertThat(IntStream.range(0, 3000).filter(i -> Erasure.destroyed(salts, i)).count()).isEqualTo(erased.stream().filter(id -> id <= 3000).count());
            SealedRow left = rows.find("statement", List.of(erased.getFirst())).orElseThrow();
            assertThat(left.holds()).as("what is left has an entry of its own").isTrue();
            assertThat(new String(left.form(), StandardCharsets.UTF_8)).contains("[erased]").doesNotContain("secret");

            erase(erased.subList(0, 3));
            assertThat(verification.run((done, total) -> { }).faults()).as("a row may be erased again").isEmpty();
            database.sql().sql("set session_replication_role = replica; update statement set words = 'other' where id = " + erased.getFirst()
                    + "; set session_replication_role = origin").update();
            assertThat(verification.run((done, total) -> { }).faults()).as("what is left is watched").hasSize(1);
        }
    }

    @Test
    void aSaltDestroyedPastTheProgramIsNoErasure(@TempDir Path folder) {
        try (database) {
            Sequencer sequencer = new Sequencer(database.source(), new DataPlace(folder));
            statements(1, 5);
            sequencer.publish();
            database.sql().sql("set session_replication_role = replica; update sealed_block set salts = overlay(salts placing decode(repeat('00', 16), 'hex') from 1 for 16)"
                    + " where table_name = 'statement'; update statement set words = 'other' where id = 1; set session_replication_role = origin").update();
            assertThat(new Verification(database.source(), sequencer).run((done, total) -> { }).faults())
                    .anySatisfy(fault -> assertThat(fault.words()).contains("statement 1 ", "no erasure says why"));
        }
    }

    @Test
    void onlyAnErasureMayAlterARowAndOnlyASealedOneCanBeErased() {
        try (database) {
            statements(1, 5);
            assertThatThrownBy(() -> erase(List.of(99L))).hasMessageContaining("no sealed statement 99");
            assertThatThrownBy(() -> database.sql().sql("update statement set words = ''").update()).hasMessageContaining("never changed");
            erase(List.of(1L));
            assertThatThrownBy(() -> database.sql().sql("update statement set words = ''").update()).hasMessageContaining("never changed");
            assertThat(database.sql().sql("select count(*) from erasure").query(Long.class).single()).isEqualTo(1);
        }
    }
}
