package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Log;

/** Entries are published in the order of commits, once, whatever is interrupted. */
class SequencerTest {

    static TestDatabase database() {
        TestDatabase database = TestDatabase.fresh();
        database.sql().sql("create table thing (id bigint primary key, words text)").update();
        return database;
    }

    static void write(TestDatabase database, long first, int count) {
        Sealing sealing = new Sealing(database.source());
        new TransactionTemplate(new DataSourceTransactionManager(database.source())).executeWithoutResult(status -> {
            database.sql().sql("insert into thing select i, 'thing ' || i from generate_series(:first::bigint, :last::bigint) i")
                    .param("first", first).param("last", first + count - 1).update();
            sealing.written("thing", IntStream.range(0, count).mapToObj(i -> List.of(first + i)).toList());
        });
    }

    @Test
    void whatIsCommittedIsPublishedAndWhatIsPublishedIsTheBeginningOfWhatFollows(@TempDir Path folder) {
        try (TestDatabase database = database()) {
            Sequencer sequencer = new Sequencer(database.source(), new DataPlace(folder));
            assertThat(sequencer.publish()).as("nothing was written").isEmpty();
            write(database, 1, 300);
            Log log = sequencer.publish().orElseThrow();
            Checkpoint first = log.checkpoint();
            assertThat(first.size()).isEqualTo(300);
            for (int i = 0; i < 20; i++) {
                write(database, 1000 + i, 1);
            }
            assertThat(sequencer.publish().orElseThrow().checkpoint().size()).isEqualTo(320);
            assertThat(log.root(300)).isEqualTo(first.root());
            byte[] commitments = database.sql().sql("select commitments from sealed_block where first = 0").query(byte[].class).single();
            assertThat(log.entry(7)).isEqualTo(java.util.Arrays.copyOfRange(commitments, 7 * 32, 8 * 32));
        }
    }

    @Test
    void aLogThatIsLostOrLaggingIsWrittenAgainWithTheSameRoots(@TempDir Path folder) throws Exception {
        try (TestDatabase database = database()) {
            Sequencer sequencer = new Sequencer(database.source(), new DataPlace(folder));
            write(database, 1, 1000);
            Checkpoint before = sequencer.publish().orElseThrow().checkpoint();
            try (var files = Files.walk(folder.resolve("log"))) {
                files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
            }
            assertThat(sequencer.publish().orElseThrow().checkpoint()).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseThatHasLessThanWasSignedIsRefused(@TempDir Path folder) {
        try (TestDatabase database = database(); TestDatabase older = database()) {
            write(database, 1, 10);
            new Sequencer(database.source(), new DataPlace(folder)).publish();
            write(older, 1, 5);
            assertThatThrownBy(() -> new Sequencer(older.source(), new DataPlace(folder)).publish()).isInstanceOf(Refusal.class)
                    .hasMessageContaining("do not belong together");
            database.sql().sql("alter table sealed_block disable trigger user; delete from sealed_block").update();
            assertThatThrownBy(() -> new Sequencer(database.source(), new DataPlace(folder)).publish()).isInstanceOf(Refusal.class)
                    .hasMessageContaining("signed over 10 entries");
        }
    }

    @Test
    void aMachineWithoutTheKeyDoesNotSign(@TempDir Path folder, @TempDir Path other) {
        try (TestDatabase database = database()) {
            write(database, 1, 10);
            new Sequencer(database.source(), new DataPlace(folder)).publish();
            assertThatThrownBy(() -> new Sequencer(database.source(), new DataPlace(other)).publish()).isInstanceOf(Refusal.class)
                    .hasMessageContaining("another machine keeps the log");
            assertThat(other.resolve("log")).doesNotExist();
        }
    }

    @Test
    void manyWritersAndTwoSequencersNeverForkTheLog(@TempDir Path folder) throws Exception {
        try (TestDatabase database = database(); var writers = Executors.newFixedThreadPool(6)) {
            Sequencer one = new Sequencer(database.source(), new DataPlace(folder));
            Sequencer two = new Sequencer(database.source(), new DataPlace(folder));
            var work = IntStream.range(0, 6).mapToObj(writer -> writers.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    write(database, writer * 10_000L + i * 10, 1 + i % 3);
                    (writer % 2 == 0 ? one : two).publish();
                }
                return null;
            })).toList();
            for (var each : work) {
                each.get();
            }
            long size = one.publish().orElseThrow().checkpoint().size();
            assertThat(size).isEqualTo(database.sql().sql("select count(*) from thing").query(Long.class).single())
                    .isEqualTo(database.sql().sql("select sum(entries) from sealed_block").query(Long.class).single());
        }
    }

    @Test
    void anEntryIsNeverChangedOrDeletedAndNoneIsWrittenWithoutItsRow() {
        try (TestDatabase database = database()) {
            write(database, 1, 3);
            assertThatThrownBy(() -> database.sql().sql("delete from sealed_block").update()).hasMessageContaining("never changed");
            assertThatThrownBy(() -> database.sql().sql("update sealed_block set salts = commitments").update()).hasMessageContaining("never changed");
            assertThatThrownBy(() -> new Sealing(database.source()).written("thing", List.of(List.of(1L)))).hasMessageContaining("there is none");
            assertThatThrownBy(() -> new TransactionTemplate(new DataSourceTransactionManager(database.source())).executeWithoutResult(
                    status -> new Sealing(database.source()).written("thing", List.of(List.of(99L))))).hasMessageContaining("Of 1 rows");
        }
    }
}
