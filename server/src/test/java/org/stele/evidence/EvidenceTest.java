package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.vault.Act;
import org.stele.vault.CustodyEvent;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class EvidenceTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Map<String, String> TOLD = Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24",
            "consent", "internal");

    @Autowired
    Receiving receiving;

    @Autowired
    Items items;

    @Autowired
    Reading reading;

    @Autowired
    Changes changes;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Test
    void anItemAndItsAttachmentAreChangedAsOftenAsNeeded() throws IOException {
        long item = add("changed again and again", TOLD, "often.jpg").item();
        for (int turn = 1; turn <= 4; turn++) {
            items.describe(item, turn, Form.PHOTO, "title " + turn, false, "amal", "better said");
        }
        assertThat(items.current(item).record().title()).isEqualTo("title 4");
        assertThat(items.current(item).number()).isEqualTo(5);
    }

    @Test
    void anItemIsTakenInWithItsProvenanceAndItsChainBegins() throws IOException {
        Received received = add("first bytes", TOLD, "street.jpg");

        Version<Item> item = items.current(received.item());
        assertThat(item.record().form()).isEqualTo(Form.PHOTO);
        assertThat(items.provenances(received.item())).singleElement().satisfies(each -> {
            assertThat(each.record().source()).isEqualTo("a neighbour");
            assertThat(each.record().fileName()).isEqualTo("street.jpg");
        });
        assertThat(items.chain(item)).extracting(CustodyEvent::act).containsExactly(Act.RECEIVED, Act.STORED);
        assertThat(items.chain(item)).allSatisfy(event -> {
            assertThat(event.by()).isEqualTo("amal");
            assertThat(event.reason()).isEqualTo("to try");
            assertThat(event.at()).isNotNull();
        });
        assertThat(read(received.item(), "")).isEqualTo("first bytes");
    }

    @Test
    void everyFieldThatIsMissingIsNamedAndNothingIsTaken() {
        long before = items.count();

        assertThatThrownBy(() -> Provenance.of(Map.of(), "a.jpg")).isInstanceOfSatisfying(Unsound.class, unsound ->
                assertThat(unsound.faults()).containsOnlyKeys("kind", "source", "obtained-by", "obtained-at", "consent"));
        for (String field : List.of("kind", "source", "obtained-by", "obtained-at", "consent")) {
            Map<String, String> less = new HashMap<>(TOLD);
            less.put(field, "  ");
            assertThatThrownBy(() -> Provenance.of(less, "a.jpg")).isInstanceOfSatisfying(Unsound.class, unsound ->
                    assertThat(unsound.faults()).containsOnlyKeys(field));
        }
        assertThatThrownBy(() -> Provenance.of(with(Map.of("captured", "yesterday", "obtained-at", "2020-02-30", "consent", "maybe", "url", "not an address",
                "sha256", "abc")), null)).isInstanceOfSatisfying(Unsound.class, unsound ->
                assertThat(unsound.faults()).containsOnlyKeys("captured", "obtained-at", "consent", "url", "sha256"));
        assertThatThrownBy(() -> Provenance.of(with(Map.of("obtained-at", "2199-01-01")), null)).hasMessageContaining("still to come");
        assertThat(items.count()).isEqualTo(before);
    }

    @Test
    void aPageSavedFromTheWebComesWithItsAddressAndTime() throws IOException {
        assertThatThrownBy(() -> add("<html>", TOLD, "page.html")).isInstanceOfSatisfying(Unsound.class, unsound ->
                assertThat(unsound.faults()).containsOnlyKeys("url", "captured"));

        Received page = add("warc", with(Map.of("url", "https://example.org/post?id=7#حمص", "captured", "2020-11-24T10:15:00Z")), "post.warc.gz");

        assertThat(items.current(page.item()).record().form()).isEqualTo(Form.PAGE);
        assertThat(items.provenances(page.item()).getFirst().record().url()).endsWith("حمص");
    }

    @Test
    void theSameBytesFromTwoSourcesAreOneItemWithBothSources() throws IOException {
        Received first = add("told twice", TOLD, "a.jpg");
        Received second = add("told twice", with(Map.of("source", "a brother")), "b.jpg");
        Received again = add("told twice", TOLD, "a.jpg");

        assertThat(second.item()).isEqualTo(first.item());
        assertThat(List.of(first.known(), second.known(), again.known())).containsExactly(false, true, true);
        assertThat(items.provenances(first.item())).extracting(each -> each.record().source()).containsExactly("a neighbour", "a brother");
        assertThat(items.chain(items.current(first.item()))).extracting(CustodyEvent::act)
                .containsExactly(Act.RECEIVED, Act.STORED, Act.RECEIVED_AGAIN, Act.RECEIVED_AGAIN);
    }

    @Test
    void manyWhoBringTheSameAtOnceAreAllKept() throws Exception {
        List<Future<Received>> all = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                Map<String, String> told = with(Map.of("source", "giver " + i));
                all.add(many.submit((Callable<Received>) () -> add("brought at once", told, "same.jpg")));
            }
        }

        long item = all.getFirst().get().item();
        for (Future<Received> each : all) {
            assertThat(each.get().item()).isEqualTo(item);
        }
        assertThat(items.provenances(item)).hasSize(60);
        assertThat(all.stream().filter(each -> !each.resultNow().known())).hasSize(1);
    }

    @Test
    void whatOneGiverTrustsUsWithStaysConfidentialThoughAnotherWasCareless() throws IOException {
        Received open = add("both ways", TOLD, "a.jpg");
        Provenance told = Provenance.of(with(Map.of("source", "a survivor")), "a.jpg");
        receiving.add(new Submission(told, null, null, true, List.of(), "amal", "to try"), bytes("both ways"), taken -> { });

        assertThat(items.current(open.item()).record().confidential()).isTrue();

        add("both ways", with(Map.of("source", "a third")), "a.jpg");
        assertThat(items.current(open.item()).record().confidential()).isTrue();
    }

    @Test
    void confidentialBytesAreReadForAReasonOnlyAndTheReadingIsRecordedFirst() throws IOException {
        Provenance told = Provenance.of(TOLD, "secret.jpg");
        long item = receiving.add(new Submission(told, null, null, true, List.of(), "amal", "to try"), bytes("confidential bytes"), taken -> { }).item();

        assertThatThrownBy(() -> reading.open(item, Act.READ, "samir", " ")).isInstanceOf(Unsound.class).hasMessageContaining("reason");
        assertThat(items.chain(items.current(item))).hasSize(2);

        try (Opened opened = reading.open(item, Act.READ, "samir", "to identify the place")) {
            assertThat(items.chain(items.current(item)).getLast()).satisfies(event -> {
                assertThat(event.act()).isEqualTo(Act.READ);
                assertThat(event.by()).isEqualTo("samir");
                assertThat(event.reason()).isEqualTo("to identify the place");
            });
            assertThat(reading.goOn(item, opened.event(), "samir")).isPresent();
            assertThat(reading.goOn(item, opened.event(), "amal")).as("a reading is one person's").isEmpty();
            assertThat(reading.goOn(item + 1, opened.event(), "samir")).as("and one item's").isEmpty();
        }
        assertThat(items.chain(items.current(item))).hasSize(3);
    }

    @Test
    void bytesOtherThanAnnouncedAreRefusedAndThatIsRecorded() {
        long before = items.count();

        assertThatThrownBy(() -> add("altered on the way", with(Map.of("sha256", "0".repeat(64))), "a.jpg")).isInstanceOf(OtherBytes.class)
                .hasMessageContaining("Nothing was kept");

        assertThat(items.count()).isEqualTo(before);
        assertThat(DATABASE.sql().sql("select file_name from refused_bytes where claimed = :claimed").param("claimed", "0".repeat(64))
                .query(String.class).single()).isEqualTo("a.jpg");
    }

    @Test
    void itemsAreAttachedToRecordsAndTakenBackWithoutForgetting() throws IOException {
        Provenance told = Provenance.of(TOLD, "a.jpg");
        Reference incident = Reference.of("incident:300");
        assertThatThrownBy(() -> receiving.add(new Submission(told, null, "The street", false, List.of(Reference.of("victim:700")), "amal", "to try"),
                bytes("attached"), taken -> { })).as("the register has no such person").hasMessageContaining("there is no victim:700");
        long item = receiving.add(new Submission(told, null, "The street", false, List.of(), "amal", "to try"), bytes("attached"), taken -> { }).item();
        items.attach(item, Reference.of("victim:700"), "amal", "the person seen");
        assertThat(items.attach(item, incident, "amal", "same street")).isTrue();
        assertThat(items.attach(item, incident, "amal", "same street")).isFalse();
        var then = changes.latest();

        assertThat(items.attachments(item)).extracting(Reference::toString).containsExactly("victim:700", "incident:300");
        assertThat(items.detach(item, incident, "amal", "another street")).isTrue();

        assertThat(items.attachments(item)).extracting(Reference::toString).containsExactly("victim:700");
        assertThat(items.attachedTo(incident, changes.latest())).isEmpty();
        assertThat(items.attachedTo(incident, then)).extracting(Version::id).containsExactly(item);
        assertThat(items.chain(items.current(item))).extracting(CustodyEvent::detail).contains("attached to incident:300", "no longer attached to incident:300");
    }

    @Test
    void whatIsMadeFromAnItemIsAnItemThatPointsToIt() throws IOException {
        long original = add("a long video", TOLD, "a.mp4").item();

        long still = receiving.derive(new Derivative(original, Form.PHOTO, null, "still at 12 s, JPEG, by hand", "amal", "for the report"), bytes("a still")).item();

        assertThat(items.current(still).record().original()).isEqualTo(original);
        assertThat(items.madeFrom(original)).extracting(Version::id).containsExactly(still);
        assertThat(items.chain(items.current(original)).getLast().act()).isEqualTo(Act.DERIVED);
        assertThat(items.latest(0, 1000)).extracting(Version::id).contains(original).doesNotContain(still);
        assertThat(read(still, "")).isEqualTo("a still");
    }

    @Test
    void namesFromOutsideAreTextsAndNeverPaths() throws IOException {
        Map<String, String> kept = Map.of("../../etc/passwd", "passwd", "C:\\Users\\x\\photo.jpg", "photo.jpg", "a\u202Egpj.exe", "agpj.exe",
                "صورة الحي.jpg", "صورة الحي.jpg", "x\u0000y\n.png", "xy.png");

        for (Map.Entry<String, String> each : kept.entrySet()) {
            long item = add("named " + each.getValue(), TOLD, each.getKey()).item();
            assertThat(items.provenances(item).getFirst().record().fileName()).isEqualTo(each.getValue());
        }
        assertThat(Provenance.nameAlone("../..")).isNull();
        assertThat(Provenance.nameAlone("x".repeat(5000))).hasSize(255);
    }

    private Received add(String text, Map<String, String> told, String fileName) throws IOException {
        return receiving.add(new Submission(Provenance.of(told, fileName), null, null, false, List.of(), "amal", "to try"), bytes(text), taken -> { });
    }

    private String read(long item, String reason) throws IOException {
        try (Opened opened = reading.open(item, Act.READ, "amal", reason)) {
            return new String(Channels.newInputStream(opened.bytes()).readAllBytes());
        }
    }

    private static Map<String, String> with(Map<String, String> other) {
        Map<String, String> told = new HashMap<>(TOLD);
        told.putAll(other);
        return told;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }
}
