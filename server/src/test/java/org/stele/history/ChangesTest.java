package org.stele.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.stele.database.TestDatabase;

class ChangesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Changes changes = new Changes(DATABASE.source());
    final Versions versions = new Versions(DATABASE.source());

    @BeforeAll
    static void table() {
        Note.createTable(DATABASE.sql());
    }

    long open(String text) {
        return changes.make("a clerk", "a test", change -> change.open(Note.KIND, List.of(new Note(text, List.of()))));
    }

    @Test
    void aRecordIsReadBackAsItWasWritten() {
        Note note = new Note("tab\t line\n back\\slash \"quoted\" {brace, comma} عربي \\N \r end", List.of("a,b", "\"", "\\", "", "عبد الله", "{}", "null"));
        long id = changes.make("a clerk", "first", change -> change.open(Note.KIND, List.of(note)));
        Version<Note> version = versions.current(Note.KIND, id).orElseThrow();
        assertThat(version.record()).isEqualTo(note);
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.by()).isEqualTo("a clerk");
        assertThat(version.reason()).isEqualTo("first");
        assertThat(version.current()).isTrue();
    }

    @Test
    void aCharacterThatPostgresCannotHoldIsShownByItsSymbol() {
        assertThat(versions.current(Note.KIND, open("a\0b")).orElseThrow().record().text()).isEqualTo("a\u2400b");
    }

    @Test
    void aRevisionClosesOneVersionAndOpensTheNextAtTheSameInstant() {
        long id = open("before");
        Instant at = changes.make("a researcher", "new evidence", change -> {
            change.revise(Note.KIND, List.of(new Revision<>(id, 1, new Note("after", List.of()))));
            return change.at();
        });
        List<Version<Note>> all = versions.all(Note.KIND, id);
        assertThat(all).extracting(version -> version.record().text()).containsExactly("before", "after");
        assertThat(all.getFirst().to()).isEqualTo(at);
        assertThat(all.getLast().from()).isEqualTo(at);
        assertThat(versions.asOf(Note.KIND, id, new Moment(0, at.minusNanos(1000))).orElseThrow().record().text()).isEqualTo("before");
        assertThat(versions.asOf(Note.KIND, id, new Moment(0, at)).orElseThrow().record().text()).isEqualTo("after");
    }

    @Test
    void aRevisionOfAVersionThatIsNoLongerCurrentIsRefusedAndNothingIsWritten() {
        long first = open("one");
        long second = open("two");
        changes.make("a", "b", change -> {
            change.revise(Note.KIND, List.of(new Revision<>(second, 1, new Note("two, again", List.of()))));
            return null;
        });
        assertThatThrownBy(() -> changes.make("a", "b", change -> {
            change.revise(Note.KIND, List.of(new Revision<>(first, 1, new Note("x", List.of())), new Revision<>(second, 1, new Note("y", List.of()))));
            return null;
        })).isInstanceOf(StaleVersion.class).hasMessageContaining("note " + second).hasMessageContaining("version 1");
        assertThat(versions.all(Note.KIND, first)).hasSize(1);
        assertThat(versions.all(Note.KIND, second)).hasSize(2);
    }

    @Test
    void workThatFailsLeavesNoTraceOfItsChange() {
        Moment before = changes.latest();
        assertThatThrownBy(() -> changes.make("a", "b", change -> {
            change.open(Note.KIND, List.of(new Note("lost", List.of())));
            throw new IllegalStateException("stop");
        })).hasMessage("stop");
        assertThat(changes.latest()).isEqualTo(before);
    }

    @Test
    void aChangeWithoutWhoOrWhyIsRefused() {
        assertThatThrownBy(() -> changes.make(" ", "why", Change::at)).hasMessageContaining("who");
        assertThatThrownBy(() -> changes.make("who", "", Change::at)).hasMessageContaining("why");
    }

    @Test
    void postgresItselfRefusesASecondOpenVersionAGapAndAnOverlap() {
        long id = open("one");
        String insert = "insert into note (id, version, recorded_from, recorded_to, words) values (%d, %d, %s, %s, '{}')";
        String start = "(select recorded_from from note where id = %d and version = 1)".formatted(id);
        assertThatThrownBy(() -> DATABASE.sql().sql(insert.formatted(id, 2, "now()", "'infinity'")).update()).isInstanceOf(DataAccessException.class);
        changes.make("a", "b", change -> {
            change.revise(Note.KIND, List.of(new Revision<>(id, 1, new Note("two", List.of()))));
            return null;
        });
        String end = "(select recorded_to from note where id = %d and version = 1)".formatted(id);
        for (String from : List.of(start, end + " + interval '1 second'", end + " - interval '1 microsecond'", end)) {
            assertThatThrownBy(() -> DATABASE.sql().sql(insert.formatted(id, 3, from, "'infinity'")).update())
                    .as("a third version from %s", from).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> DATABASE.sql().sql(insert.formatted(id, 1, start, "'infinity'")).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> DATABASE.sql().sql(insert.formatted(id, 0, start, "'infinity'")).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void postgresItselfRefusesToOverwriteReopenOrDeleteAVersion() {
        long id = open("one");
        for (String statement : List.of(
                "update note set text = 'other' where id = :id",
                "update note set text = 'other', recorded_to = now() + interval '1 day' where id = :id",
                "update note set recorded_from = recorded_from - interval '1 day' where id = :id",
                "delete from note where id = :id",
                "update change set reason = 'other'",
                "delete from change")) {
            assertThatThrownBy(() -> DATABASE.sql().sql(statement).param("id", id).update()).as(statement).isInstanceOf(DataAccessException.class);
        }
        DATABASE.sql().sql("update note set recorded_to = now() + interval '1 day' where id = :id").param("id", id).update();
        assertThatThrownBy(() -> DATABASE.sql().sql("update note set recorded_to = 'infinity' where id = :id").param("id", id).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void changesOfManyWritersAreNumberedWithoutGapsInTheOrderOfTheirInstants() throws Exception {
        long before = changes.latest().change();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(n -> writers.submit(() -> open("writer " + n)));
        }
        List<Moment> moments = DATABASE.sql().sql("select number, at from change order by number")
                .query((row, n) -> new Moment(row.getLong(1), row.getTimestamp(2).toInstant())).list();
        assertThat(changes.latest().change()).isEqualTo(before + 40);
        assertThat(moments).extracting(Moment::change).containsExactlyElementsOf(IntStream.rangeClosed(1, moments.size()).mapToObj(Long::valueOf).toList());
        assertThat(moments).extracting(Moment::at).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aQuestionAsOfAnInstantWaitsForAChangeThatMayStillBearAnEarlierOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> changes.make("slow", "import", change -> {
                begun.countDown();
                await(finish);
                return change.number();
            }));
            await(begun);
            Instant asOf = DATABASE.sql().sql("select clock_timestamp()").query(java.sql.Timestamp.class).single().toInstant();
            var settled = threads.submit(() -> changes.settled(asOf));
            finish.countDown();
            assertThat(settled.get(20, TimeUnit.SECONDS).change()).isEqualTo(writing.get());
        }
    }

    /** Clocks are set back: by an administrator, by a time server, by a machine that wakes up. */
    @Test
    void aChangeComesAfterEveryInstantThatWasAnsweredEvenIfTheClockIsSetBack() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Note.createTable(database.sql());
            Instant start = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
            Instant[] clock = {start};
            Changes first = new Changes(database.source(), () -> clock[0]);
            long id = first.make("a", "b", change -> change.open(Note.KIND, List.of(new Note("before", List.of()))));
            Instant asked = start.plusSeconds(1800);
            assertThat(first.settled(asked)).isEqualTo(new Moment(1, asked));

            clock[0] = start.plusSeconds(60);
            // Another program on the same register, or the same one after a restart.
            Changes second = new Changes(database.source(), () -> clock[0]);
            Instant at = second.make("a", "b", change -> {
                change.revise(Note.KIND, List.of(new Revision<>(id, 1, new Note("after", List.of()))));
                return change.at();
            });
            assertThat(at).isEqualTo(asked.plus(1, ChronoUnit.MICROS));
            assertThat(second.settled(asked)).as("the answer of then").isEqualTo(new Moment(1, asked));
            assertThat(new Versions(database.source()).asOf(Note.KIND, id, second.settled(asked)).orElseThrow().record().text()).isEqualTo("before");

            clock[0] = start.plusSeconds(2400);
            assertThat(second.make("a", "b", Change::at)).as("once the clock has caught up it is the clock's").isEqualTo(clock[0]);
        }
    }

    @Test
    void onlyAnInstantLaterThanAllChangesIsWrittenDownAndOnlyOnce() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Changes here = new Changes(database.source());
            Instant early = Instant.now().minusSeconds(5);
            assertThat(here.settled(early).change()).isZero();
            assertThat(database.sql().sql("select count(*) from answered").query(Long.class).single()).as("an empty register has no answers").isZero();
            Instant at = here.make("a", "b", Change::at);
            here.settled(at);
            here.settled(at.minusSeconds(60));
            assertThat(database.sql().sql("select count(*) from answered").query(Long.class).single()).isZero();
            Instant later = at.plus(1, ChronoUnit.MICROS);
            here.settled(later);
            String row = "select up_to::text || xmin from answered";
            String written = database.sql().sql(row).query(String.class).single();
            here.settled(later);
            new Changes(database.source()).settled(later);
            assertThat(database.sql().sql(row).query(String.class).single()).isEqualTo(written);
        }
    }

    @Test
    void whatWasAnsweredIsAnsweredAgainEvenIfTheClockSaysItIsYetToCome() {
        try (TestDatabase database = TestDatabase.fresh()) {
            new Changes(database.source()).make("a", "b", Change::at);
            Instant later = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
            assertThatThrownBy(() -> new Changes(database.source()).settled(later)).hasMessageContaining("in the future");
            // As it was left by a program whose clock went ahead.
            database.sql().sql("insert into answered (up_to) values (:at)").param("at", later.atOffset(ZoneOffset.UTC)).update();
            assertThat(new Changes(database.source()).settled(later)).isEqualTo(new Moment(1, later));
            assertThat(new Changes(database.source()).make("a", "b", Change::at)).isAfter(later);
            assertThat(new Changes(database.source()).settled(later)).isEqualTo(new Moment(1, later));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void noAnswerChangesWhateverTheClockDoes(long seed) {
        try (TestDatabase database = TestDatabase.fresh()) {
            Random random = new Random(seed);
            Instant start = Instant.now().minusSeconds(100_000);
            Instant[] clock = {start};
            Changes here = new Changes(database.source(), () -> clock[0]);
            Map<Instant, Moment> answers = new HashMap<>();
            for (int step = 0; step < 80; step++) {
                clock[0] = start.plusSeconds(random.nextInt(50_000));
                if (random.nextBoolean()) {
                    here.make("a", "step " + step, Change::at);
                } else if (here.latest().change() > 0) {
                    Instant asOf = start.plusSeconds(random.nextInt(60_000)).truncatedTo(ChronoUnit.MICROS);
                    answers.putIfAbsent(asOf, here.settled(asOf));
                }
                answers.forEach((asOf, answer) -> assertThat(here.settled(asOf)).isEqualTo(answer));
            }
        }
    }

    @Test
    void aQuestionAsOfTheFutureIsRefused() {
        assertThatThrownBy(() -> changes.settled(Instant.now().plusSeconds(3600))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("future");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasTrueAtAnInstantStaysTrueWhateverIsWrittenLater(long seed) {
        Random random = new Random(seed);
        Map<Long, Integer> open = new HashMap<>();
        List<Map<Long, String>> states = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        Map<Long, String> now = new HashMap<>();
        for (int step = 0; step < 30; step++) {
            int number = step;
            moments.add(changes.make("property", "step " + step, change -> {
                List<Revision<Note>> revisions = new ArrayList<>();
                for (var entry : open.entrySet()) {
                    if (random.nextInt(3) == 0) {
                        revisions.add(new Revision<>(entry.getKey(), entry.getValue(), new Note("step " + number, List.of())));
                    }
                }
                change.revise(Note.KIND, revisions);
                revisions.forEach(revision -> {
                    open.merge(revision.id(), 1, Integer::sum);
                    now.put(revision.id(), "step " + number);
                });
                int news = random.nextInt(4);
                List<Note> notes = IntStream.range(0, news).mapToObj(n -> new Note("new in " + number, List.of())).toList();
                long first = change.open(Note.KIND, notes);
                for (int n = 0; n < news; n++) {
                    open.put(first + n, 1);
                    now.put(first + n, "new in " + number);
                }
                return new Moment(change.number(), change.at());
            }));
            states.add(new HashMap<>(now));
        }
        for (int n = 0; n < moments.size(); n++) {
            Moment settled = changes.settled(moments.get(n).at());
            assertThat(settled).isEqualTo(moments.get(n));
            for (long id : open.keySet()) {
                assertThat(versions.asOf(Note.KIND, id, settled).map(version -> version.record().text()).orElse(null))
                        .as("note %d after step %d", id, n).isEqualTo(states.get(n).get(id));
            }
        }
    }

    @Test
    void anInstantThatNoDatabaseCanHoldIsAnsweredAllTheSame() {
        open("something");

        assertThat(changes.settled(Instant.parse("-999999999-01-01T00:00:00Z")).change()).isZero();
        assertThatThrownBy(() -> changes.settled(Instant.parse("+999999999-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in the future");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
