package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ReferenceData;

class PdqTest {

    static Fingerprint of(BufferedImage image) {
        return Pdq.of(Picture.of(image).luma());
    }

    static Fingerprint of(byte[] file) throws IOException {
        return Pdq.of(new PictureFile(file).read().picture().luma());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPictureMadeSmallerOrRecompressedIsTheSame(long seed) throws IOException {
        Fingerprint original = of(Drawn.scene(seed, 1200, 800));
        assertThat(original.quality()).isGreaterThanOrEqualTo(Fingerprint.TELLING);
        assertThat(of(Drawn.scene(seed, 300, 200)).upright().distance(original.upright())).isLessThanOrEqualTo(PictureHash.ALIKE);
        assertThat(of(Drawn.jpeg(Drawn.scene(seed, 1200, 800), 0.2f)).upright().distance(original.upright())).isLessThanOrEqualTo(10);
    }

    @Test
    void picturesOfDifferentThingsAreFarApart() {
        List<Fingerprint> prints = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            Fingerprint print = of(Drawn.scene(seed, 300, 200));
            assertThat(prints).allSatisfy(other -> assertThat(other.distance(print.upright())).isGreaterThan(2 * PictureHash.ALIKE));
            prints.add(print);
        }
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void aTurnedPictureIsFoundByTheHashOfThatTurn(Turn turn) {
        BufferedImage image = Drawn.scene(7, 640, 480);
        Fingerprint original = of(image);
        PictureHash turned = of(Drawn.turned(image, turn)).upright();
        assertThat(original.hashes().get(turn.ordinal()).distance(turned)).isLessThanOrEqualTo(8);
        assertThat(original.hashes().stream().filter(each -> each.distance(turned) <= PictureHash.ALIKE)).hasSize(1);
    }

    @Test
    void aBlankPictureHasNoQualityAndTellsNothing() {
        var blank = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = blank.createGraphics();
        draw.setColor(Color.LIGHT_GRAY);
        draw.fillRect(0, 0, 200, 100);
        assertThat(of(blank).quality()).isZero();
        assertThat(of(blank).telling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63, 64, 65, 127, 128, 129, 300})
    void anySizeHasAHash(int side) {
        assertThat(of(Drawn.scene(3, side, 1)).hashes()).hasSize(8);
        assertThat(of(Drawn.scene(3, 1, side)).hashes()).hasSize(8);
        assertThat(of(Drawn.scene(3, side, 200)).hashes()).hasSize(8);
    }

    @Test
    void itIsWrittenAndReadAsSixtyFourDigits() {
        PictureHash hash = of(Drawn.scene(9, 300, 200)).upright();
        assertThat(hash.toString()).matches("[0-9a-f]{64}");
        assertThat(PictureHash.parse(hash.toString())).isEqualTo(hash);
        assertThat(PictureHash.parse("0".repeat(63) + "1").distance(PictureHash.parse("0".repeat(64)))).isOne();
    }

    /** The published implementation reads grey through a colour profile; here grey stays what the file says, and so fits its colour original better. */
    private static final List<String> GREY = List.of("misc-images/modes/CMYK.jpg", "misc-images/modes/L.png");

    @Test
    @Tag("reference-data")
    void itGivesTheHashesOfThePublishedImplementation() throws IOException {
        Path folder = ReferenceData.path("pdq");
        PictureHash original = of(Files.readAllBytes(folder.resolve("bridge-mods/aaa-orig.jpg"))).upright();
        int checked = 0;
        for (String line : Files.readAllLines(folder.resolve("pdq_reference_hashes.tsv")).stream().skip(1).toList()) {
            String[] cells = line.split("\t", -1);
            Path file = folder.resolve(cells[0]);
            if (!Files.exists(file) || !cells[1].matches("[0-9a-f]{64}")) {
                continue;
            }
            Fingerprint ours = of(Files.readAllBytes(file));
            PictureHash theirs = PictureHash.parse(cells[1]);
            int distance = ours.upright().distance(theirs);
            if (GREY.contains(cells[0])) {
                assertThat(ours.upright().distance(original)).as(cells[0]).isLessThanOrEqualTo(original.distance(theirs));
            } else {
                assertThat(distance).as(cells[0]).isZero();
            }
            assertThat(ours.quality()).as(cells[0]).isEqualTo(Integer.parseInt(cells[2]));
            checked++;
        }
        assertThat(checked).isGreaterThanOrEqualTo(30);
    }

    @Test
    @Tag("reference-data")
    void theEightFormsAreThoseOfTheTurnedReferencePictures() throws IOException {
        Path folder = ReferenceData.path("pdq").resolve("dih");
        Fingerprint original = of(Files.readAllBytes(folder.resolve("bridge-1-original.jpg")));
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                PictureHash turned = of(Files.readAllBytes(file)).upright();
                assertThat(original.distance(turned)).as(file.getFileName().toString()).isLessThanOrEqualTo(16);
            }
        }
    }
}
