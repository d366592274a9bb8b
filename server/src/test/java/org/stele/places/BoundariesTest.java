package org.stele.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.FaultyCodebook;
import org.stele.database.TestDatabase;
import org.stele.drawing.Area;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Text;

class BoundariesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Text CREDIT = new Text("Test boundaries", "حدود تجريبية");

    final Changes changes = new Changes(DATABASE.source());
    final Places places = new Places(DATABASE.source(), changes);
    final Boundaries boundaries = new Boundaries(DATABASE.source(), changes, places);
    final Programmes programmes = new Programmes(places, boundaries);

    @Test
    void everyShapeLiesWhereItsGovernorateLies() {
        programmes.setUp(Programme.supplied("syria"), "tests");
        List<Area> areas = boundaries.inForce(changes.latest()).orElseThrow().areas();

        assertThat(encloses(areas, "SY01", 36.30, 33.51)).isTrue();
        assertThat(encloses(areas, "SY02", 37.16, 36.20)).isTrue();
        assertThat(encloses(areas, "SY09", 40.15, 35.33)).isTrue();
        assertThat(encloses(areas, "SY07", 36.63, 35.93)).isTrue();
        assertThat(encloses(areas, "SY03", 36.30, 33.51)).as("the capital is a hole in the governorate around it").isFalse();
        assertThat(encloses(areas, "SY13", 36.57, 32.71)).isTrue();
    }

    @Test
    void anImportedSetReplacesTheShapesWholeAndStays() {
        programmes.setUp(Programme.supplied("syria"), "tests");
        Moment before = changes.latest();
        BoundarySet set = boundaries.read(squares(14), "", CREDIT);

        assertThat(boundaries.adopt(set, "tests", "a finer set")).isTrue();
        assertThat(boundaries.adopt(set, "tests", "the same again")).isFalse();
        programmes.setUp(Programme.supplied("syria"), "tests");

        assertThat(boundaries.inForce(changes.latest()).orElseThrow().credit()).isEqualTo(CREDIT);
        assertThat(boundaries.inForce(changes.latest()).orElseThrow().ground()).isNotEmpty();
        assertThat(boundaries.inForce(before).orElseThrow().credit()).isNotEqualTo(CREDIT);
    }

    @Test
    void aSetWithAMissingGovernorateIsRefused() {
        programmes.setUp(Programme.supplied("syria"), "tests");

        assertThatIllegalArgumentException().isThrownBy(() -> boundaries.read(squares(13), "", CREDIT)).withMessageContaining("no shape for SY14");
        assertThatIllegalArgumentException().isThrownBy(() -> boundaries.read(squares(14), "name", CREDIT)).withMessageContaining("is no place of the widest level");
        assertThatIllegalArgumentException().isThrownBy(() -> boundaries.read("{\"type\":", "", CREDIT)).withMessageContaining("not JSON");
    }

    @Test
    void aShapeTheFileDoesNotHaveIsAFaultWithItsLine() {
        String text = CodebookFile.supplied("syria", "boundaries.yaml").replace("SY.DY: SY09", "SY.XX: SY09").replace("SY.TA: SY10", "SY.TA: SY99");

        assertThatExceptionOfType(FaultyCodebook.class)
                .isThrownBy(() -> ProgrammeBoundaries.read("b.yaml", text, Programme.supplied("syria")::shapes, new InMemoryGazetteer(TestPlaces.all())))
                .satisfies(refusal -> assertThat(refusal.faults()).hasSize(2).anySatisfy(fault -> assertThat(fault.toString()).contains("no shape 'SY.XX'")));
    }

    private static String squares(int number) {
        return TestPlaces.governorates().stream().limit(number).map(place -> """
                {"type": "Feature", "properties": {"name": "x", "PCODE": "%s"}, "geometry": {"type": "Polygon", "coordinates": [[[36, 33], [37, 33], [37, 34], [36, 33]]]}}
                """.formatted(place.code())).collect(Collectors.joining(",", "{\"type\": \"FeatureCollection\", \"features\": [", "]}"));
    }

    /** Even-odd rule over all rings. */
    private static boolean encloses(List<Area> areas, String code, double longitude, double latitude) {
        boolean inside = false;
        for (Area.Ring ring : areas.stream().filter(area -> area.code().equals(code)).findFirst().orElseThrow().rings()) {
            List<Area.Point> points = ring.points();
            for (int i = 0; i < points.size(); i++) {
                Area.Point a = points.get(i);
                Area.Point b = points.get((i + 1) % points.size());
                if (a.latitude() > latitude != b.latitude() > latitude
                        && longitude < (b.longitude() - a.longitude()) * (latitude - a.latitude()) / (b.latitude() - a.latitude()) + a.longitude()) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
