package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.language.Language;

/** What honest files tell, each looked at in a process of its own. */
class InspectorTest {
    static final Inspector INSPECTOR = new Inspector();

    static Inspection look(byte[] file, String name) {
        try {
            return INSPECTOR.inspect(() -> new ByteArrayInputStream(file), name);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aPhotographShowsItsClaimsItsFingerprintAndASmallView() throws IOException {
        byte[] file = Pages.withExif(Drawn.jpeg(Drawn.scene(5, 1600, 1200), 0.9f), "2020:11:03 14:22:01", "Ficta", 1);
        Inspection seen = look(file, "IMG_0001.jpg");
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.type()).isEqualTo("image/jpeg");
        assertThat(seen.claimedType()).isEqualTo("image/jpeg");
        assertThat(seen.claimed(Claim.About.TIME)).containsExactly("2020:11:03 14:22:01");
        assertThat(seen.claimed(Claim.About.DEVICE)).containsExactly("Ficta");
        assertThat(seen.claims()).contains(new Claim(Claim.About.TIME, "2020:11:03 14:22:01", "Exif IFD0 / Date/Time"));
        assertThat(seen.claimed(Claim.About.PLACE)).contains("33.500000, 36.250000");
        assertThat(seen.fingerprint()).isNotNull();
        assertThat(seen.fingerprint().upright().distance(PdqTest.of(file).upright())).isZero();
        View small = seen.thumbnail();
        assertThat(small).isNotNull();
        assertThat(small.width()).isEqualTo(512);
        assertThat(small.height()).isEqualTo(384);
        assertThat(small.how()).contains("1600 × 1200", "metadata left out");
        assertThat(new String(small.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("Ficta");
        assertThat(PdqTest.of(small.bytes()).upright().distance(seen.fingerprint().upright())).isLessThanOrEqualTo(PictureHash.ALIKE);
        assertThat(seen.isolation().words(Language.EN)).contains("own process", "no environment");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsAppliedBeforeAnythingIsSeenOrHashed(int orientation) throws IOException {
        BufferedImage upright = Drawn.scene(21, 640, 480);
        // Stored the other way round, so that turning it as its orientation says gives the upright picture again.
        Turn back = List.of(Turn.values()).stream().filter(each -> each.then(Turn.ofOrientation(orientation)) == Turn.UPRIGHT).findFirst().orElseThrow();
        byte[] stored = Pages.withExif(Drawn.jpeg(Drawn.turned(upright, back), 0.95f), "2020:11:03 14:22:01", "Ficta", orientation);
        Inspection seen = look(stored, "a.jpg");
        assertThat(seen.fingerprint().upright().distance(PdqTest.of(upright).upright())).isLessThanOrEqualTo(20);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(seen.thumbnail().bytes()));
        assertThat(small.getWidth()).isEqualTo(512);
        assertThat(PdqTest.of(small).upright().distance(PdqTest.of(upright).upright())).isLessThanOrEqualTo(PictureHash.ALIKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void otherKindsOfPicturesAreSeenToo(String format) {
        Inspection seen = look(Drawn.as(format, Drawn.scene(6, 400, 300)), "a." + format);
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.thumbnail().width()).isEqualTo(400);
        assertThat(seen.fingerprint().telling()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"lossy, 320", "lossless, 80"})
    void webPIsSeenToo(String kind, int width) throws IOException {
        byte[] file;
        try (var in = InspectorTest.class.getResourceAsStream("/inspection/scene-5-" + kind + ".webp")) {
            file = in.readAllBytes();
        }
        Inspection seen = look(file, "a.webp");
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.type()).isEqualTo("image/webp");
        assertThat(seen.thumbnail().width()).isEqualTo(width);
        assertThat(seen.fingerprint().distance(PdqTest.of(Drawn.scene(5, 320, 240)).upright())).isLessThanOrEqualTo(PictureHash.ALIKE);
        for (int length : List.of(20, 40, 300, file.length / 2)) {
            Inspection cut = look(Arrays.copyOf(file, length), "cut.webp");
            assertThat(cut.has(Finding.Kind.STOPPED)).as("%d bytes", length).isFalse();
            assertThat(cut.findings().isEmpty() && cut.thumbnail() == null).as("%d bytes, silent", length).isFalse();
        }
    }

    @Test
    void aFilmClaimsWhenItWasMadeAndHowLongItPlays() {
        // 2020-11-03 14:22:01 UTC, counted from 1904.
        Inspection seen = look(Pages.film(1604413321L + 2082844800L, 95), "VID.mp4");
        assertThat(seen.type()).isEqualTo("video/mp4");
        assertThat(seen.claimed(Claim.About.TIME)).anySatisfy(time -> assertThat(time).contains("Nov 03").contains("14:22:01").contains("2020"));
        assertThat(seen.claims()).anySatisfy(claim -> {
            assertThat(claim.about()).isEqualTo(Claim.About.DURATION);
            assertThat(claim.value()).contains("95");
        });
    }

    @Test
    void contentCredentialsArePresentAndNotVerified() {
        byte[] jpeg = Pages.withSegment(Drawn.jpeg(Drawn.scene(1, 200, 100), 0.9f), 0xeb, Pages.utf8("JP\0\1\0\0\0\1\0\0\0\40jumb\0\0\0\22jumdc2pa"));
        assertThat(look(jpeg, "a.jpg").findings()).containsExactly(Finding.of(What.CREDENTIALS_THERE));
        assertThat(look(Drawn.jpeg(Drawn.scene(1, 200, 100), 0.9f), "a.jpg").findings()).isEmpty();
    }

    @Test
    void aNameThatPromisesAnotherTypeIsAFinding() {
        Inspection seen = look(Drawn.as("png", Drawn.scene(1, 100, 100)), "letter.pdf");
        assertThat(seen.type()).isEqualTo("image/png");
        assertThat(seen.claimedType()).isEqualTo("application/pdf");
        assertThat(seen.has(Finding.Kind.OTHER_TYPE)).isTrue();
        assertThat(look(Drawn.as("png", Drawn.scene(1, 100, 100)), "no ending").findings()).isEmpty();
    }

    @Test
    void aWebArchiveTellsItsAddressesAndItsDigestsAreHeldAgainstItsBytes() {
        byte[] good = Pages.record("https://example.org/news/1", "2020-11-05T09:00:00Z", "<p>one", "");
        byte[] other = Pages.record("https://example.org/news/2", "2020-11-05T09:00:03Z", "<p>two", "");
        for (byte[] file : List.of(Pages.joined(List.of(good, other)), Pages.joined(List.of(Pages.gzip(good), Pages.gzip(other))))) {
            Inspection seen = look(file, file[0] == 'W' ? "a.warc" : "a.warc.gz");
            assertThat(seen.claimed(Claim.About.ADDRESS)).containsExactly("https://example.org/news/1", "https://example.org/news/2");
            assertThat(seen.claimed(Claim.About.SAVED)).containsExactly("2020-11-05T09:00:00Z", "2020-11-05T09:00:03Z");
            assertThat(seen.findings()).containsExactly(Finding.of(What.WEB_ARCHIVE_FITS, 2, 2, 2, 2, 2));
        }
        Inspection wrong = look(Pages.joined(List.of(good, Pages.record("https://example.org/2", "2020-11-05T09:00:00Z", "x", "00"))), "a.warc");
        assertThat(wrong.has(Finding.Kind.DIGEST)).isTrue();
        assertThat(wrong.findings()).anySatisfy(finding -> assertThat(finding.words(Language.EN)).contains("record 2 (https://example.org/2)"));
        assertThat(wrong.findings()).anySatisfy(finding -> assertThat(finding.words(Language.EN)).contains("1 of 2 digests of blocks"));
    }

    @Test
    void aPackedWebArchiveIsHeldAgainstItsOwnList() {
        byte[] warc = Pages.gzip(Pages.record("https://example.org/a", "2020-11-05T09:00:00Z", "<p>one", ""));
        for (boolean honest : List.of(true, false)) {
            byte[] file = Pages.zip(zip -> {
                Pages.member(zip, "archive/data.warc.gz", warc);
                Pages.member(zip, "datapackage.json", Pages.utf8("{\"profile\":\"data-package\",\"resources\":[{\"name\":\"data\",\"path\":\"archive/data.warc.gz\","
                        + "\"hash\":\"sha256:" + (honest ? Pages.sha256(warc) : "00") + "\",\"bytes\":" + warc.length + "}]}"));
            });
            Inspection seen = look(file, "a.wacz");
            assertThat(seen.claimed(Claim.About.ADDRESS)).containsExactly("https://example.org/a");
            assertThat(seen.has(Finding.Kind.DIGEST)).isEqualTo(!honest);
            assertThat(seen.findings()).contains(Finding.of(What.LIST_FITS, honest ? 1 : 0, 1));
            assertThat(seen.members()).extracting(Member::name).containsExactly("archive/data.warc.gz", "datapackage.json");
        }
    }

    @Test
    void aSavedPageTellsWhereItCameFromAndWhatItSays() {
        String page = "<!DOCTYPE html>\n<!-- saved from url=(0031)https://example.org/news?a=1&amp;b=2 -->\n<html><head><meta charset=\"utf-8\">"
                + "<title>خبر &amp; news</title><script>evil()</script></head><body><p>قُتل مدنيان <b>في</b> حلب.</p><style>p{}</style><p>Second&nbsp;line</body>";
        Inspection seen = look(Pages.utf8(page), "page.html");
        assertThat(seen.type()).isEqualTo("text/html");
        assertThat(seen.claimed(Claim.About.ADDRESS)).containsExactly("https://example.org/news?a=1&b=2");
        assertThat(seen.claimed(Claim.About.TITLE)).containsExactly("خبر & news");
        assertThat(seen.text()).isEqualTo("قُتل مدنيان في حلب.\nSecond line\n");
        assertThat(seen.findings()).isEmpty();
        Inspection packed = look(Pages.zip(zip -> {
            Pages.member(zip, "page_files/a.png", Drawn.as("png", Drawn.scene(1, 50, 50)));
            Pages.member(zip, "page.html", Pages.utf8(page));
        }), "page.zip");
        assertThat(packed.claimed(Claim.About.ADDRESS)).containsExactly("https://example.org/news?a=1&b=2");
        assertThat(packed.text()).contains("قُتل مدنيان");
        assertThat(packed.members()).extracting(Member::name).containsExactly("page_files/a.png", "page.html");
    }

    @Test
    void aLetterTellsItsHeadersItsTextAndWhatIsAttached() {
        String letter = "Received: from a by b; Tue, 3 Nov 2020 14:30:00 +0200\r\nFrom: =?UTF-8?B?2KPYrdmF2K8=?= <someone@example.org>\r\nTo: office@example.org\r\n"
                + "Date: Tue, 3 Nov 2020 14:22:01 +0200\r\nSubject: =?utf-8?Q?Two_pictures?=\r\n =?utf-8?Q?_from_Aleppo?=\r\nMessage-ID: <1@example.org>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nTwo people=2E =D8=AD=\r\n=D9=84=D8=A8\r\n--xx\r\nContent-Type: image/jpeg; name=\"../one.jpg\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n/9j/\r\n--xx--\r\n";
        Inspection seen = look(Pages.utf8(letter), "letter.eml");
        assertThat(seen.type()).isEqualTo("message/rfc822");
        assertThat(seen.claimed(Claim.About.AUTHOR)).containsExactly("أحمد <someone@example.org>");
        assertThat(seen.claimed(Claim.About.TITLE)).containsExactly("Two pictures from Aleppo");
        assertThat(seen.claimed(Claim.About.TIME)).contains("Tue, 3 Nov 2020 14:22:01 +0200");
        assertThat(seen.text()).startsWith("Two people. حلب");
        assertThat(seen.members()).containsExactly(new Member("../one.jpg", -1));
    }

    @Test
    void partsOfAPictureAreBlackedOutAndTheRestStaysAsItWas() throws Exception {
        BufferedImage image = Drawn.scene(8, 300, 200);
        byte[] file = Drawn.as("png", image);
        View copy = INSPECTOR.blackOut(() -> new ByteArrayInputStream(file), List.of(new Region(10, 20, 50, 30), new Region(280, 190, 500, 500)));
        BufferedImage made = ImageIO.read(new ByteArrayInputStream(copy.bytes()));
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                boolean black = x >= 10 && x < 60 && y >= 20 && y < 50 || x >= 280 && y >= 190;
                assertThat(made.getRGB(x, y) & 0xffffff).isEqualTo(black ? 0 : image.getRGB(x, y) & 0xffffff);
            }
        }
        assertThat(copy.how()).contains("blacked out 10,20,50,30 280,190,500,500").contains("300 × 200");
        assertThatThrownBy(() -> INSPECTOR.blackOut(() -> new ByteArrayInputStream(file), List.of(new Region(300, 0, 10, 10))))
                .isInstanceOf(Inspector.Impossible.class).hasMessageContaining("outside the picture").hasMessageContaining("300 × 200");
        assertThatThrownBy(() -> INSPECTOR.blackOut(() -> new ByteArrayInputStream(Pages.utf8("text")), List.of(new Region(0, 0, 10, 10))))
                .isInstanceOf(Inspector.Impossible.class);
    }

    @Test
    void anOriginalThatCannotBeReadIsAFailureAndNoInspection() {
        assertThatThrownBy(() -> INSPECTOR.inspect(() -> {
            throw new FileNotFoundException("the copy is gone");
        }, "a.jpg")).isInstanceOf(FileNotFoundException.class).hasMessage("the copy is gone");
    }

    @Test
    void anEmptyFileIsLookedAtToo() {
        Inspection seen = look(new byte[0], "empty.jpg");
        assertThat(seen.claims()).isEmpty();
        assertThat(seen.thumbnail()).isNull();
        assertThat(seen.has(Finding.Kind.STOPPED)).isFalse();
    }
}
