package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.history.Version;
import org.stele.inspection.Drawn;
import org.stele.inspection.Filmed;
import org.stele.inspection.Finding;
import org.stele.inspection.Inspector;
import org.stele.inspection.Region;
import org.stele.vault.Act;
import org.stele.vault.CustodyEvent;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class LookingTest {

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
    Looking looking;

    @Autowired
    Similarities similarities;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    long add(byte[] bytes, String name) throws IOException {
        Submission submission = new Submission(Provenance.of(TOLD, name), null, null, true, List.of(), "amal", "to try");
        return receiving.add(submission, new ByteArrayInputStream(bytes), taken -> { }).item();
    }

    @Test
    void anItemWaitsUntilItWasLookedAtAndThenHasItsFindingsAndThumbnail() throws IOException {
        long item = add(Drawn.jpeg(Drawn.scene(31, 1000, 700), 0.9f), "street.png");
        assertThat(looking.waiting(0, 100)).contains(item);
        assertThat(looking.seen(item)).isEmpty();

        Seen seen = looking.look(item);

        assertThat(seen.type()).isEqualTo("image/jpeg");
        assertThat(seen.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.OTHER_TYPE);
        assertThat(seen.fingerprint()).isNotNull();
        assertThat(looking.seen(item)).contains(seen);
        assertThat(looking.waiting(0, 100)).doesNotContain(item);
        Version<Item> thumbnail = looking.thumbnail(item).orElseThrow();
        assertThat(thumbnail.record().original()).isEqualTo(item);
        assertThat(thumbnail.record().confidential()).isTrue();
        assertThat(thumbnail.record().madeHow()).contains("1000 × 700", "JPEG quality");
        assertThat(items.chain(items.current(item))).extracting(CustodyEvent::act).containsExactly(Act.RECEIVED, Act.STORED, Act.INSPECTED, Act.DERIVED);
        try (Opened opened = reading.open(thumbnail.id(), Act.READ, "amal", "to compare")) {
            assertThat(ImageIO.read(Channels.newInputStream(opened.bytes())).getWidth()).isEqualTo(512);
        }

        looking.look(item);
        assertThat(items.madeFrom(item)).as("a look broken off and done again makes nothing twice").hasSize(1);
    }

    @Test
    void theSamePictureSmallerOrRecompressedIsALeadAndNothingIsMerged() throws IOException {
        long original = add(Drawn.jpeg(Drawn.scene(41, 1200, 900), 0.95f), "a.jpg");
        long smaller = add(Drawn.jpeg(Drawn.scene(41, 600, 450), 0.4f), "b.jpg");
        long other = add(Drawn.jpeg(Drawn.scene(42, 1200, 900), 0.95f), "c.jpg");
        for (long item : List.of(original, smaller, other)) {
            looking.look(item);
        }
        assertThat(similarities.of(original)).extracting(Similarities.Likeness::item).containsExactly(smaller);
        assertThat(similarities.of(smaller)).extracting(Similarities.Likeness::item).containsExactly(original);
        assertThat(similarities.of(other)).isEmpty();
        long later = add(Drawn.as("png", Drawn.scene(42, 300, 225)), "d.png");
        looking.look(later);
        assertThat(similarities.of(other)).extracting(Similarities.Likeness::item).containsExactly(later);
        assertThat(items.current(smaller).record().original()).isNull();
    }

    @Test
    void stillsOfAFilmAreMadeFromItAndAClipOfItIsALead(@TempDir Path folder) throws Exception {
        long film = add(Filmed.film(folder, List.of(91, 92, 93, 94), 2, "a.mp4"), "a.mp4");
        long clip = add(Filmed.film(folder, List.of(92, 93), 2, "b.mkv", "-s", "320x180"), "b.mkv");
        long other = add(Filmed.film(folder, List.of(95, 96), 2, "c.mp4"), "c.mp4");
        for (long item : List.of(film, clip, other)) {
            looking.look(item);
        }
        assertThat(looking.seen(film).orElseThrow().stills()).isBetween(7, 8);
        assertThat(similarities.of(film)).extracting(Similarities.Likeness::item, Similarities.Likeness::film).containsExactly(tuple(clip, true));
        assertThat(similarities.of(clip)).extracting(Similarities.Likeness::item).containsExactly(film);
        assertThat(similarities.of(other)).isEmpty();
        List<Version<Item>> stills = items.madeFrom(film);
        assertThat(stills).hasSizeBetween(7, 8).allSatisfy(still -> {
            assertThat(still.record().original()).isEqualTo(film);
            assertThat(still.record().confidential()).isTrue();
            assertThat(still.record().form()).isEqualTo(Form.PHOTO);
            assertThat(still.record().madeHow()).contains("one still every 1 s", "ffmpeg");
        });
        assertThat(stills.get(3).record().title()).isEqualTo("still at 0:03");
        assertThat(looking.thumbnail(film)).contains(stills.getFirst());
        looking.look(film);
        assertThat(items.madeFrom(film)).as("a look again makes nothing twice").hasSameSizeAs(stills);
    }

    @Test
    void aRedactedCopyPointsToItsOriginalAndSaysHowItWasMade() throws Exception {
        long item = add(Drawn.as("png", Drawn.scene(51, 400, 300)), "a.png");
        Received copy = looking.redact(item, List.of(new Region(10, 10, 100, 50)), "amal", "a face");
        Item made = items.current(copy.item()).record();
        assertThat(made.original()).isEqualTo(item);
        assertThat(made.madeHow()).contains("blacked out 10,10,100,50");
        assertThat(items.chain(items.current(item))).extracting(CustodyEvent::act).containsExactly(Act.RECEIVED, Act.STORED, Act.READ, Act.DERIVED);
        try (Opened opened = reading.open(copy.item(), Act.READ, "amal", "to see")) {
            var image = ImageIO.read(Channels.newInputStream(opened.bytes()));
            assertThat(image.getRGB(50, 30) & 0xffffff).isZero();
            assertThat(image.getRGB(300, 200)).isEqualTo(Drawn.scene(51, 400, 300).getRGB(300, 200));
        }
        assertThatThrownBy(() -> looking.redact(item, List.of(new Region(9000, 0, 5, 5)), "amal", "a face")).isInstanceOf(Inspector.Impossible.class);
        assertThatThrownBy(() -> looking.redact(item, List.of(new Region(0, 0, 5, 5)), "amal", " ")).isInstanceOf(Unsound.class);
        assertThat(items.madeFrom(item)).hasSize(1);
    }

    @Test
    void aHostileFileIsKeptAsItCameAndItsNameIsKeptHarmless() throws IOException {
        byte[] bytes = "<html><head><title>x\0y</title></head><p>text".getBytes(StandardCharsets.UTF_8);
        long item = add(bytes, "../../photo\u202Egpj.txt");
        Seen seen = looking.look(item);
        assertThat(seen.type()).isNotEmpty();
        try (Opened opened = reading.open(item, Act.READ, "amal", "to compare")) {
            assertThat(Channels.newInputStream(opened.bytes()).readAllBytes()).isEqualTo(bytes);
        }
    }
}
