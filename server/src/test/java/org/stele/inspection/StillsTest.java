package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.ReferenceData;
import org.stele.language.Language;

class StillsTest {

    @TempDir
    Path folder;

    private Inspection look(byte[] film, String name) throws IOException {
        return new Inspector().inspect(() -> new ByteArrayInputStream(film), name);
    }

    private byte[] film(List<Integer> scenes, int seconds, String name, String... settings) throws IOException, InterruptedException {
        return Filmed.film(folder, scenes, seconds, name, settings);
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, video/mp4", "a.mov, video/quicktime", "a.mkv, video/x-matroska", "a.avi, video/x-msvideo", "a.mpg, video/mpeg", "a.3gp, video/3gpp"})
    void aFilmGivesOneStillASecondAndAFewPictures(String name, String type) throws Exception {
        String[] settings = name.equals("a.3gp") ? new String[] {"-c:v", "mpeg4", "-s", "640x360"} : name.equals("a.mpg") ? new String[] {"-r", "25"} : new String[0];
        Inspection seen = look(film(List.of(1, 2, 3), 2, name, settings), name);
        assertThat(seen.findings()).extracting(each -> each.words(Language.EN)).isEmpty();
        assertThat(seen.type()).isEqualTo(type);
        assertThat(seen.stills()).hasSizeBetween(4, 7);
        List<Still> stills = seen.stills();
        for (int n = 0; n < 6 && n < stills.size(); n++) {
            Still still = stills.get(n);
            assertThat(still.second()).isEqualTo(n);
            // A change of scene may fall a little before or after the second.
            Fingerprint shown = PdqTest.of(Drawn.scene(1 + n / 2, 640, 360));
            Fingerprint before = PdqTest.of(Drawn.scene(1 + Math.max(0, n - 1) / 2, 640, 360));
            assertThat(Math.min(shown.distance(still.fingerprint().upright()), before.distance(still.fingerprint().upright()))).as("still %d", n)
                    .isLessThanOrEqualTo(PictureHash.ALIKE);
        }
        View view = stills.getFirst().view();
        assertThat(view).isNotNull();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(view.bytes()));
        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(288);
        assertThat(view.how()).contains("one still every 1 s", "ffmpeg " + Filmed.ffmpeg().version(), "fps=1/1");
    }

    @Test
    void ofALongFilmAllFingerprintsAndAFewPicturesEvenlySpreadAreKept() throws Exception {
        Inspection seen = look(film(List.of(1, 2, 3, 4, 5), 10, "a.mp4"), "a.mp4");
        assertThat(seen.stills()).hasSizeBetween(49, 51);
        assertThat(seen.stills().stream().filter(each -> each.view() != null)).extracting(Still::second).startsWith(0, 8, 16, 24, 32, 40).hasSizeBetween(6, 7);
    }

    @Test
    void aFilmWhoseDescriptionStandsBehindItsPicturesIsServedInOrder() throws Exception {
        byte[] film = film(List.of(1, 2), 2, "a.mp4");
        String all = new String(film, StandardCharsets.ISO_8859_1);
        assertThat(all.indexOf("moov")).as("as telephones write it").isGreaterThan(all.indexOf("mdat"));
        Original inOrder = DescriptionFirst.of(() -> new ByteArrayInputStream(film));
        byte[] served = inOrder.open().readAllBytes();
        assertThat(served).hasSameSizeAs(film);
        String allServed = new String(served, StandardCharsets.ISO_8859_1);
        assertThat(allServed.indexOf("moov")).isLessThan(allServed.indexOf("mdat"));
        assertThat(DescriptionFirst.of(() -> new ByteArrayInputStream(served)).open().readAllBytes()).as("once is enough").isEqualTo(served);
    }

    @Test
    void withoutTheProgramTheRestIsFoundAndTheLackIsSaid() throws IOException {
        Inspection seen = new Inspector(Limits.USUAL, Isolation.here(), Optional.empty(), 1).inspect(() -> new ByteArrayInputStream(Pages.film(0, 95)), "VID.mp4");
        assertThat(seen.findings()).containsExactly(Finding.of(What.STILLS_NO_PROGRAM));
        assertThat(seen.claimed(Claim.About.DURATION)).isNotEmpty();
        assertThat(Ffmpeg.find("/nonexistent:" + folder)).isEmpty();
        assertThat(Ffmpeg.find(null)).isEmpty();
    }

    @Test
    void aFilmThatCannotBeDecodedIsAFindingAndNeverAFailure() throws Exception {
        byte[] whole = film(List.of(1, 2), 2, "a.mp4", "-movflags", "+faststart");
        Filmed.ffmpeg();
        for (int length : new int[] {40, 1000, whole.length / 2}) {
            Inspection seen = look(Arrays.copyOf(whole, length), "cut.mp4");
            assertThat(seen.findings()).as("%d bytes", length).isNotEmpty();
            assertThat(seen.type()).isEqualTo("video/mp4");
        }
        // A list of addresses under a film's name is not followed: the program is told which form to expect.
        Inspection list = look(Pages.utf8("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"), "a.mp4");
        assertThat(list.stills()).isEmpty();
    }

    /** Stands in for the program. */
    private Ffmpeg script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Ffmpeg(script, "none");
    }

    @Test
    void aProgramThatHangsIsStoppedAndWhatItShowedIsKept() throws IOException {
        Ffmpeg hangs = script("printf 'P6\\n2 1\\n255\\nabcdef'\nwhile :; do sleep 1; done\n");
        var quick = new Stills(new Limits(320, Duration.ofSeconds(2)), Isolation.here(), Optional.of(hangs));
        Stills.Taken taken = quick.of(() -> new ByteArrayInputStream(new byte[100_000]), "video/webm");
        assertThat(taken.stills()).hasSize(1);
        assertThat(taken.findings()).containsExactly(Finding.of(What.STILLS_STOPPED, 2, 1));
    }

    @Test
    void aProgramThatWasTakenOverGivesNoPictureThatIsTooLargeAndNoneWithoutEnd() throws IOException {
        for (String said : List.of("P6\\n99999 99999\\n255\\nabc", "P6\\n2 1\\n255\\nabc", "P5\\n2 1\\n255\\nab", "x".repeat(500), "P6\\n-1 1\\n255\\n", "P6\\n2 1\\n65535\\nabcdef")) {
            var stills = new Stills(Limits.USUAL, Isolation.here(), Optional.of(script("printf '" + said + "'\n")));
            Stills.Taken taken = stills.of(() -> new ByteArrayInputStream(new byte[10]), "video/webm");
            assertThat(taken.stills()).as(said).isEmpty();
            assertThat(taken.findings()).as(said).extracting(Finding::what).containsExactly(What.STILLS_BROKEN);
        }
        var endless = new Stills(Limits.USUAL, Isolation.here(), Optional.of(script("while :; do printf 'P6\\n1 1\\n255\\nabc'; done\n")));
        assertThat(endless.of(() -> new ByteArrayInputStream(new byte[10]), "video/webm").findings()).extracting(Finding::what).containsExactly(What.STILLS_MANY);
    }

    @Test
    @Tag("reference-data")
    void clipsOfTheSameFilmAreAlikeByTheShareOfTheirStills() throws IOException {
        Path media = ReferenceData.path("media");
        Filmed.ffmpeg();
        var gallery = new Gallery();
        List<List<Fingerprint>> clips = new ArrayList<>();
        try (var files = Files.list(media)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".mp4")).sorted().toList()) {
                clips.add(look(Files.readAllBytes(file), file.getFileName().toString()).stills().stream().map(Still::fingerprint).toList());
                gallery.add(clips.size() - 1, clips.getLast());
            }
        }
        assertThat(clips).hasSizeGreaterThanOrEqualTo(14).allSatisfy(stills -> assertThat(stills).isNotEmpty());
        for (int clip = 0; clip < clips.size(); clip++) {
            long itself = clip;
            assertThat(gallery.like(clips.get(clip))).as("clip %d", clip).anyMatch(each -> each.item() != itself);
        }
    }
}
