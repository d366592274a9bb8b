package org.stele.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.codebook.FaultyCodebook;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;

/** A country of two levels, without maps: nothing of the first country is in the code. */
class OtherCountryTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String SHIRES = """
            programme: riverland
            source: survey of 1990
            places:
              - {code: R1, name: {en: "Upper Shire", ar: "الإقليم الأعلى"}, aliases: ["Uppershire"]}
              - {code: R2, name: {en: "Lower Shire", ar: "الإقليم الأسفل"}}
            """;

    final Changes changes = new Changes(DATABASE.source());
    final Places places = new Places(DATABASE.source(), changes);
    final Boundaries boundaries = new Boundaries(DATABASE.source(), changes, places);

    @Test
    void itsShiresAndVillagesAreTakenInAndMatched() {
        new Programmes(places, boundaries).setUp(new Programme("riverland", SHIRES, null, null), "tests");
        PlaceTable villages = PlaceTable.read("villages.csv", "pcode,name_en,name_ar,adm1_pcode\nR1-01,Ford,المخاضة,R1\nR2-01,Ford,المخاضة,R2\nR2-02,Mill,الطاحونة,R2\n", 0, "survey");
        places.take(places.plan(List.of(villages)).wanted(), "tests", "villages");
        Gazetteer gazetteer = places.gazetteer();

        assertThat(villages.level()).isEqualTo(2);
        assertThat(gazetteer.match("Uppershire: Ford", 0, null)).isEqualTo(new Match.Found(gazetteer.place("R1-01").orElseThrow()));
        assertThat(gazetteer.match("Ford", 0, null)).isInstanceOf(Match.Ambiguous.class);
        assertThat(gazetteer.match("الطاحونة، الإقليم الأسفل", 2, null)).isEqualTo(new Match.Found(gazetteer.place("R2-02").orElseThrow()));
        assertThat(boundaries.inForce(changes.latest())).isEmpty();
    }

    @Test
    void faultsOfItsPlacesAreToldWithTheirLines() {
        String faulty = SHIRES.replace("code: R2", "code: R1").replace(", ar: \"الإقليم الأعلى\"", "");

        assertThatExceptionOfType(FaultyCodebook.class).isThrownBy(() -> Programmes.check(new Programme("riverland", faulty, null, null)))
                .satisfies(refusal -> assertThat(refusal.faults()).extracting(fault -> fault.file() + ":" + fault.line())
                        .containsExactly("riverland/places.yaml:4", "riverland/places.yaml:5"));
    }
}
