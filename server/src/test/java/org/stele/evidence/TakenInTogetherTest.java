package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;
import org.stele.vault.Act;
import org.stele.vault.CustodyEvent;
import org.stele.vault.VaultClosed;

/** Many files of one delivery: several at once, some in one change, each as if it had come alone. */
class TakenInTogetherTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path data;

    static AddUntilKilled.Rooms rooms;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(data.resolve("vault"));
        rooms = AddUntilKilled.Rooms.on(DATABASE.source(), data);
    }

    @AfterAll
    static void close() {
        rooms.vault().close();
    }

    @Test
    void eachIsAnItemOfItsOwnToldInOrderWithItsProvenanceAndItsChain() throws Exception {
        Random dice = new Random(1);
        List<byte[]> bytes = new ArrayList<>();
        for (int n = 0; n < 150; n++) {
            bytes.add(new byte[n % 50 == 7 ? 2_500_000 + n : dice.nextInt(20_000) + 16]);
            dice.nextBytes(bytes.getLast());
        }
        AtomicLong taken = new AtomicLong();
        List<Outcome> told = new ArrayList<>();

        rooms.receiving().addAll(sent(bytes, TOLD), taken::set, told::add);

        assertThat(told).hasSize(150);
        assertThat(taken).hasValue(bytes.stream().mapToLong(each -> each.length).sum());
        long last = 0;
        for (int n = 0; n < 150; n++) {
            Received received = ((Outcome.Taken) told.get(n)).received();
            assertThat(received.sha256()).isEqualTo(Digest.of(bytes.get(n)).sha256());
            assertThat(received.known()).isFalse();
            assertThat(received.item()).as("in the order of the files").isGreaterThan(last);
            last = received.item();
            var item = rooms.items().current(last);
            assertThat(read(last)).isEqualTo(bytes.get(n));
            int number = n;
            assertThat(rooms.items().provenances(last)).singleElement().satisfies(each -> assertThat(each.record().fileName()).isEqualTo(number + ".jpg"));
            assertThat(rooms.items().chain(item)).extracting(CustodyEvent::act).containsExactly(Act.RECEIVED, Act.STORED);
            assertThat(rooms.items().chain(item).getLast().detail()).contains(received.sha256());
        }
        assertThat(DATABASE.sql().sql("select count(distinct recorded_from) from evidence_item where id > :first").param("first", last - 150).query(Long.class).single())
                .as("small ones share changes").isLessThan(150);
    }

    @Test
    void theSameBytesAmongThemAreOneItem() throws Exception {
        byte[] twice = "brought twice in one delivery".getBytes(StandardCharsets.UTF_8);
        List<Sent> all = new ArrayList<>(sent(List.of(twice, twice, "another".getBytes(StandardCharsets.UTF_8), twice), TOLD));
        Submission first = all.getFirst().submission();
        all.add(new Sent(new Submission(first.provenance(), null, null, true, List.of(), "amal", "to try"), 10, () -> new ByteArrayInputStream(twice)));
        long files = files();
        List<Outcome> told = new ArrayList<>();

        rooms.receiving().addAll(all, taken -> { }, told::add);
        List<Received> received = told.stream().map(each -> ((Outcome.Taken) each).received()).toList();

        long item = received.getFirst().item();
        assertThat(received).extracting(Received::known).containsExactly(false, true, false, true, true);
        assertThat(received).extracting(each -> each.item() == item).containsExactly(true, true, false, true, true);
        assertThat(rooms.items().provenances(item)).extracting(each -> each.record().fileName()).containsExactlyInAnyOrder("0.jpg", "1.jpg", "3.jpg");
        assertThat(rooms.items().current(item).record().confidential()).as("one of them was trusted to us").isTrue();
        assertThat(rooms.items().chain(rooms.items().current(item))).extracting(CustodyEvent::act).filteredOn(act -> act == Act.RECEIVED).hasSize(1);
        assertThat(files()).isEqualTo(files + 2);

        told.clear();
        rooms.receiving().addAll(all.subList(0, 4), taken -> { }, told::add);
        assertThat(told).allMatch(each -> ((Outcome.Taken) each).received().known());
        assertThat(rooms.items().provenances(item)).hasSize(3);
        assertThat(files()).isEqualTo(files + 2);
    }

    @Test
    void oneThatFailsLeavesTheOthersAloneAndIsToldInItsPlace() throws Exception {
        List<Sent> all = new ArrayList<>(sent(Stream.of("a1", "b1", "c1", "d1").map(String::getBytes).toList(), TOLD));
        Submission submission = all.get(1).submission();
        all.set(1, new Sent(submission, 10, () -> {
            throw new IOException("the card cannot be read");
        }));
        all.set(2, new Sent(new Submission(submission.provenance().announced("0".repeat(64)), null, null, false, List.of(), "amal", "to try"), 10,
                () -> new ByteArrayInputStream("other bytes".getBytes(StandardCharsets.UTF_8))));
        long files = files();
        List<Outcome> told = new ArrayList<>();

        rooms.receiving().addAll(all, taken -> { }, told::add);

        assertThat(told.get(0)).isInstanceOf(Outcome.Taken.class);
        assertThat(((Outcome.Failed) told.get(1)).why()).hasMessage("the card cannot be read");
        assertThat(((Outcome.Failed) told.get(2)).why()).isInstanceOf(OtherBytes.class);
        assertThat(told.get(3)).isInstanceOf(Outcome.Taken.class);
        assertThat(files()).as("nothing is left of those that failed").isEqualTo(files + 2);
        assertThat(DATABASE.sql().sql("select found from refused_bytes where claimed = :claimed").param("claimed", "0".repeat(64)).query(String.class).list())
                .contains(Digest.of("other bytes").sha256());
    }

    @Test
    void whatTheProgramsEndBreaksOffIsNotToldAndLeavesNothing() throws Exception {
        AddUntilKilled.Rooms closing = AddUntilKilled.Rooms.on(DATABASE.source(), data);
        AtomicInteger opened = new AtomicInteger();
        long items = rooms.items().count();
        long files = files();
        List<byte[]> bytes = Stream.iterate(0, n -> n + 1).limit(60).map(n -> ("closing " + n).getBytes(StandardCharsets.UTF_8)).toList();
        List<Sent> all = sent(bytes, TOLD).stream().map(each -> new Sent(each.submission(), each.length(), () -> {
            if (opened.incrementAndGet() == 30) {
                closing.vault().close();
            }
            return each.bytes().open();
        })).toList();
        List<Outcome> told = new ArrayList<>();

        assertThatThrownBy(() -> closing.receiving().addAll(all, taken -> { }, told::add)).isInstanceOf(VaultClosed.class);

        assertThat(told).isNotEmpty().hasSizeLessThan(60).allMatch(Outcome.Taken.class::isInstance);
        assertThat(rooms.items().count()).as("those told and no others").isEqualTo(items + told.size());
        assertThat(files()).isEqualTo(files + told.size());
    }

    @Test
    void theirChangeHasOneAuthorAndOneReason() {
        List<Sent> all = new ArrayList<>(sent(List.of("x".getBytes(StandardCharsets.UTF_8)), TOLD));
        all.add(new Sent(new Submission(Provenance.of(TOLD, "y.jpg"), null, null, false, List.of(), "omar", "to try"), 1,
                () -> new ByteArrayInputStream(new byte[1])));

        assertThatThrownBy(() -> rooms.receiving().addAll(all, taken -> { }, told -> { })).isInstanceOf(IllegalArgumentException.class);
    }

    private static final Map<String, String> TOLD = AddUntilKilled.TOLD;

    private static List<Sent> sent(List<byte[]> bytes, Map<String, String> told) {
        List<Sent> sent = new ArrayList<>();
        for (byte[] each : bytes) {
            sent.add(new Sent(new Submission(Provenance.of(told, sent.size() + ".jpg"), null, null, false, List.of(), "amal", "to try"), each.length,
                    () -> new ByteArrayInputStream(each)));
        }
        return sent;
    }

    private static byte[] read(long item) throws IOException {
        try (var channel = rooms.vault().open(rooms.items().blob(rooms.items().current(item).record()))) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("vault"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
