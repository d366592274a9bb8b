package org.stele.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Text;

class PlacesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Changes changes = new Changes(DATABASE.source());
    final Places places = new Places(DATABASE.source(), changes);
    final Boundaries boundaries = new Boundaries(DATABASE.source(), changes, places);
    final Programmes programmes = new Programmes(places, boundaries);

    @BeforeEach
    void theProgrammeIsSetUp() {
        programmes.setUp(Programme.supplied("syria"), "tests");
    }

    @Test
    void theFourteenGovernoratesComeWithTheProduct() {
        assertThat(places.gazetteer().level(1)).hasSize(14).allSatisfy(place -> assertThat(place.parent()).isNull());
        assertThat(places.gazetteer().place("SY09").orElseThrow().name()).isEqualTo(new Text("Deir Ez-Zour", "دير الزور"));
    }

    @Test
    void settingUpAgainChangesNothing() {
        Moment before = changes.latest();

        assertThat(programmes.setUp(Programme.supplied("syria"), "tests").unchanged()).isEqualTo(14);
        assertThat(changes.latest()).isEqualTo(before);
    }

    @Test
    void aPlaceHasNoParentThatIsUnknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> places.take(List.of(district("SY9901", "SY99", "Nowhere")), "tests", "to see it refused"))
                .withMessageContaining("SY9901").withMessageContaining("take that in first");
    }

    @Test
    void anImportedTableTeachesSpellingsAndKeepsTheHousesOwn() {
        importTable("gov.csv", "pcode,name_en,name_ar\nSY11,Ar-Raqqa of the table,الرقة\n");

        Place raqqa = places.gazetteer().place("SY11").orElseThrow();
        assertThat(raqqa.name().en()).isEqualTo("Raqqa");
        assertThat(places.gazetteer().match("raqqa of the table", 1, null)).isEqualTo(new Match.Found(raqqa));

        programmes.setUp(Programme.supplied("syria"), "tests");
        assertThat(places.gazetteer().place("SY11")).contains(raqqa);
    }

    @Test
    void aChangedRowIsANewVersionAndYesterdayKeepsTheOldOne() {
        importTable("districts.csv", "pcode,name_en,name_ar,adm1_pcode\nSY1101,Tell Abiad,تل أبيض,SY11\n");
        Moment before = changes.latest();
        importTable("districts.csv", "pcode,name_en,name_ar,adm1_pcode\nSY1101,Tal Abyad,تل أبيض,SY11\n");

        assertThat(places.gazetteer().place("SY1101").orElseThrow().name().en()).isEqualTo("Tal Abyad");
        assertThat(places.gazetteer().match("Tell Abiad", 2, null)).isInstanceOf(Match.Found.class);
        assertThat(places.gazetteer(before).place("SY1101").orElseThrow().name().en()).isEqualTo("Tell Abiad");
    }

    @Test
    void rowsThatCannotBeTakenAreToldWithRowColumnAndReason() {
        PlaceTable table = PlaceTable.read("d.csv", """
                name_en,pcode,adm1_pcode,name_ar,lat,lon
                Good,SY0801,SY08,جيد,36.5,40.7
                ,SY0802,SY08,بلا اسم,,
                Twice,SY0801,SY08,مرتين,,
                Far,SY0803,SY08,بعيد,north,40
                Lost,SY9802,SY98,ضائع,,
                """, 0, "test");
        PlaceImport plan = places.plan(List.of(table));

        assertThat(table.level()).isEqualTo(2);
        assertThat(plan.wanted()).extracting(Place::code).containsExactly("SY0801");
        assertThat(plan.rejects()).extracting(PlaceTable.Reject::row).containsExactlyInAnyOrder(3, 4, 5, 6);
        assertThat(plan.rejects()).extracting(PlaceTable.Reject::column).contains("name_en", "pcode", "lat, lon");
        assertThat(plan.rejects()).anySatisfy(reject -> assertThat(reject.reason()).contains("'SY98'").contains("import that level too"));
    }

    @Test
    void quotesAndCommasOutOfPlaceDoNotSwallowOrShiftRows() {
        String heads = "pcode,name_en,name_ar,adm1_pcode\n";
        assertThatIllegalArgumentException().isThrownBy(() -> PlaceTable.read("d.csv", heads + "SY9901,Tal \"Abyad,تل,SY01\nSY9902,Two,اثنان,SY01\n", 0, "test"))
                .withMessageContaining("d.csv, line 2");
        assertThatIllegalArgumentException().isThrownBy(() -> PlaceTable.read("d.csv", heads + "SY9901,\"Open,تل,SY01\nSY9902,Two,اثنان,SY01\n", 0, "test"))
                .withMessageContaining("never closed");
        PlaceTable shifted = PlaceTable.read("d.csv", "pcode,adm1_pcode,name_en,name_ar\nSY9901,SY01,Tal, Abyad,تل\nSY9902,SY01,Two,اثنان\n", 0, "test");
        assertThat(shifted.rows()).extracting(row -> row.place().code()).containsExactly("SY9902");
        assertThat(shifted.rejects()).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("5 cells"));
    }

    @Test
    void theHeadsOfTheNewerEditionAreUnderstoodToo() {
        PlaceTable table = PlaceTable.read("adm2.csv", "\ufeffADM0_PCODE,ADM1_PCODE,ADM1_EN,ADM2_EN,ADM2_AR,ADM2_PCODE\nSY,SY08,Hasaka,\"Quamishli, town\",القامشلي,SY0802\n", 0, "test");

        assertThat(table.level()).isEqualTo(2);
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row.place().name().en()).isEqualTo("Quamishli, town"));
        assertThatIllegalArgumentException().isThrownBy(() -> PlaceTable.read("x.csv", "a,b\n1,2\n", 0, "test")).withMessageContaining("pcode");
    }

    @Test
    void theCountrysShapesAreThoseOfItsGovernorates() {
        BoundarySet set = boundaries.inForce(changes.latest()).orElseThrow();

        assertThat(set.areas()).extracting(area -> area.code()).containsExactlyInAnyOrderElementsOf(places.gazetteer().level(1).stream().map(Place::code).toList());
        assertThat(set.areas()).allSatisfy(area -> assertThat(area.rings()).isNotEmpty());
        assertThat(set.unnumbered()).hasSize(1);
        assertThat(set.ground()).hasSizeGreaterThan(100);
        assertThat(set.credit().en()).contains("imply no opinion");
    }

    static Place district(String code, String parent, String name) {
        return new Place(code, 2, parent, new Text(name, "مكان"), List.of(), null, null, "test");
    }

    private void importTable(String file, String csv) {
        places.take(places.plan(List.of(PlaceTable.read(file, csv, 0, "test"))).wanted(), "tests", "import " + file);
    }
}
