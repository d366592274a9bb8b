package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.linkage.names.NameText;

class MeasuresTest {

    @ParameterizedTest
    @CsvSource({"MARTHA,MARHTA,0.9611", "DIXON,DICKSONX,0.8133", "DWAYNE,DUANE,0.8400", "abc,xyz,0"})
    void jaroWinklerGivesThePublishedValues(String a, String b, double similarity) {
        assertThat(JaroWinkler.of(a.toCharArray(), b.toCharArray())).isCloseTo(similarity, within(0.0001));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theCheapBoundIsNeverWorseThanTheLevelAndTheOrderOfTheTwoDoesNotMatter(long seed) {
        var random = new SplittableRandom(seed);
        String[] values = new String[300];
        for (int i = 0; i < values.length; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(1, 12); j > 0; j--) {
                text.append("ابتثجحخسلم".charAt(random.nextInt(10)));
            }
            values[i] = text.toString();
        }
        Measure.Agreement agreement = TextMeasure.equal().thenKey("folded", NameText::folded).thenSimilar(0.92).thenKey("first letter", v -> v.substring(0, 1)).thenSimilar(0.8).over(values);
        for (int a = 0; a < values.length; a++) {
            for (int b = a + 1; b < values.length; b++) {
                int level = agreement.level(a, b);
                assertThat(agreement.atBest(a, b)).isLessThanOrEqualTo(level);
                // Asked again, the answer comes from the cache.
                assertThat(agreement.level(b, a)).isEqualTo(level);
            }
        }
    }

    @Test
    void aNameIsEqualThenFoldedThenSimilarThenOther() {
        String[] values = {"صالح", "صلاح", "صالحه", "كريم"};
        Measure.Agreement agreement = TextMeasure.equal().thenKey("folded", NameText::folded).thenSimilar(0.92).over(values);
        assertThat(agreement.level(0, 1)).isEqualTo(1);
        assertThat(agreement.level(0, 2)).isEqualTo(2);
        assertThat(agreement.level(0, 3)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
            "2020-05-03,2020-05,one holds the other", "2020,2020-05-03,one holds the other", "2020-05-03,20200503,one holds the other",
            "2020-05-03,2020-03-05,slip of writing", "2020-05-03,2020-05-08,slip of writing", "2020-05-12,2020-05-21,slip of writing", "1980-05-03,1930-05-03,slip of writing",
            "2020-05-30,2020-06-01,within 3 days", "2020-05-03,2020-05-22,within 31 days", "2020-05-13,2020-11-29,within a year", "2020,2021-01-03,within a year",
            "2020-05-03,2015-11-28,other", "2020-02-31,2019-07-14,other", "unknown,2020-05-03,other"})
    void datesAgreeByPrecisionBySlipAndByDistance(String a, String b, String level) {
        var measure = new DateMeasure();
        Measure.Agreement agreement = measure.over(new String[] {a, b});
        assertThat(measure.levels().get(agreement.level(0, 1))).isEqualTo(level);
        assertThat(agreement.level(1, 0)).isEqualTo(agreement.level(0, 1));
    }

    @Test
    void agesAgreeByTheirDistance() {
        Measure.Agreement agreement = NumberMeasure.within(1, 3).over(new String[] {"30", "31", "33", "50", "old"});
        assertThat(agreement.level(0, 1)).isEqualTo(1);
        assertThat(agreement.level(0, 2)).isEqualTo(2);
        assertThat(agreement.level(0, 3)).isEqualTo(3);
        assertThat(agreement.level(0, 4)).isEqualTo(3);
    }

    @Test
    void placesAgreeByTheGroundBetweenThem() {
        // Two points one degree of latitude apart: 111.2 km.
        var measure = PlaceMeasure.within(name -> name.equals("?") ? null : new PlaceMeasure.Point(Double.parseDouble(name), 37), 10, 120);
        Measure.Agreement agreement = measure.over(new String[] {"36", "37", "36.05", "40", "?"});
        assertThat(agreement.level(0, 1)).isEqualTo(2);
        assertThat(agreement.level(0, 2)).isEqualTo(1);
        assertThat(agreement.level(0, 3)).isEqualTo(3);
        assertThat(agreement.level(0, 4)).isEqualTo(3);
        assertThat(PlaceMeasure.distance(new PlaceMeasure.Point(36, 37), new PlaceMeasure.Point(37, 37))).isCloseTo(111.195, within(0.01));
    }
}
