package org.stele.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stele.Golden;
import org.stele.drawing.AreaMap.Shaded;
import org.stele.language.Language;
import org.stele.language.Text;

/** An invented country: two large provinces, a small capital between them, a zone without a number, a neighbour. */
class MapTest {
    static final AreaMap MAP = new AreaMap("Map: victims by province", List.of(
            new Shaded(square("N", "North", "شمال", 30, 33, 36, 36), new Datum(46, "/figures/n")),
            new Shaded(square("S", "South", "جنوب", 30, 30, 36, 33), Datum.of(0)),
            new Shaded(square("C", "Capital", "عاصمة", 36, 32.9, 36.2, 33.1), Datum.of(12))),
            List.of(square("Z", "Zone", "منطقة", 29.8, 30, 30, 31)), List.of(square("X", "Neighbour", "جار", 0, 0, 30, 90)),
            List.of("Place of death unknown: 2 (not on the map)."));

    @Test
    void theLookOfAMapIsTheOneThatWasLookedAt() throws Exception {
        Golden.assertSame("drawing/map-en.svg", MAP.draw(Style.web(Language.EN, 640)).markup());
        Golden.assertSame("drawing/map-narrow-ar.svg", MAP.draw(Style.web(Language.AR, 340)).markup());
    }

    @Test
    void theMapItselfIsNeverMirrored() {
        assertThat(westOf("#0d2f45", MAP.draw(Style.web(Language.AR, 340)).markup()))
                .isEqualTo(westOf("#0d2f45", MAP.draw(Style.web(Language.EN, 340)).markup()));
    }

    @Test
    void aSmallAreaHasItsLabelBesideItWithALineToIt() {
        String svg = MAP.draw(Style.web(Language.EN, 640)).markup();
        assertThat(svg).contains(">Capital<", ">12<", "<circle ");
        assertThat(svg.split("<circle", -1)).as("one leader, for the capital").hasSize(2);
    }

    @Test
    void onANarrowSheetEveryAreaStandsInAListWithItsNumber() {
        String svg = MAP.draw(Style.web(Language.EN, 340)).markup();
        assertThat(svg).doesNotContain("<circle").contains(">Capital<", ">North<", ">South<");
    }

    @Test
    void theNoteOnUnknownPlacesIsPartOfTheDrawing() {
        assertThat(MAP.draw(Style.web(Language.EN, 640)).markup()).contains("Place of death unknown: 2 (not on the map).");
    }

    @Test
    void theNeighboursEndAtTheFrame() {
        Svg svg = MAP.draw(Style.web(Language.EN, 640));
        String ground = svg.markup().lines().filter(line -> line.contains("fill=\"" + Palette.GROUND + "\"")).findFirst().orElseThrow();
        assertThat(Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)").matcher(ground).results()).isNotEmpty().allSatisfy(point -> {
            assertThat(Double.parseDouble(point.group(1))).isBetween(0.0, 640.0);
            assertThat(Double.parseDouble(point.group(2))).isBetween(0.0, svg.height());
        });
    }

    @Test
    void classesBeginAtRoundNumbersAndNoneIsAClassOfItsOwn() {
        Shades shades = Shades.of(Stream.of(0, 0, 1, 2, 6, 8, 9, 10, 12, 18, 21, 37, 46).map(Integer::longValue).toList());
        assertThat(shades.lowest()).containsExactly(1L, 5L, 10L, 20L, 30L);
        assertThat(shades.index(0)).isZero();
        assertThat(shades.index(4)).isEqualTo(1);
        assertThat(shades.index(46)).isEqualTo(5);
        assertThat(shades.named(Language.EN, new Canvas(Style.web(Language.EN, 640))).stream().map(Shades.Named::words))
                .containsExactly("none", "1 to 4", "5 to 9", "10 to 19", "20 to 29", "30 or more");
    }

    @Test
    void aMapOfOnlyZerosAndAMapOfOneNumberCanBeDrawn() {
        assertThat(Shades.of(List.of(0L, 0L)).lowest()).isEmpty();
        assertThat(Shades.of(List.of(7L)).lowest()).isNotEmpty();
    }

    private static String westOf(String fill, String svg) {
        String line = svg.lines().filter(l -> l.contains("fill=\"" + fill + "\"") && l.startsWith("<path")).findFirst().orElseThrow();
        return line.substring(0, line.indexOf(' ', 10));
    }

    private static Area square(String code, String en, String ar, double west, double south, double east, double north) {
        return new Area(code, new Text(en, ar), List.of(new Area.Ring(List.of(new Area.Point(west, south), new Area.Point(east, south),
                new Area.Point(east, north), new Area.Point(west, north)))));
    }
}
