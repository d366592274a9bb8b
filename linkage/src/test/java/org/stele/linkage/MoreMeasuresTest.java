package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoreMeasuresTest {

    private static String level(Measure measure, String a, String b) {
        Measure.Agreement agreement = measure.over(new String[] {a, b});
        assertThat(agreement.level(1, 0)).isEqualTo(agreement.level(0, 1));
        assertThat(agreement.atBest(0, 1)).isLessThanOrEqualTo(agreement.level(0, 1));
        return measure.levels().get(agreement.level(0, 1));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
            "عبد الرحمن سالم الحلبي,عبدالرحمن سالم الحلبي,same letters", "علاء سالم الحلبي,عالء سالم الحلبي,same letters", "محي الدين سالم,محيالدين سالم,same letters",
            "كريم سامي ناجي الحلبي,الحلبي كريم سامي ناجي,another order", "كريم سامي ناجي الحلبي,كريم سامي الحلبي,parts missing", "كريم سامي ناجي الحلبي,كريم الحلبي,parts missing",
            "كريم سامي ناجي الحلبي,Karim Sami Naji al-Halabi,every part alike", "كريم سامي ناجي الحلبي,Karim al Halabi,every part alike",
            "كريم سامي الحلبي,كريم وليد الحلبي,first and last alike", "كريم سامي الحلبي,وليد سامي الحلبي,other", "مجهول الهوية,مجهول,other"})
    void wholeNamesAgreeByTheirBestAlignment(String a, String b, String level) {
        assertThat(level(new ChainMeasure(), a, b)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} {1} {2} and {3} {4} {5}: {6}")
    @CsvSource({
            "1990-05-03,'','','',26,2016-06-01,spans meet", "1990-05-03,'','','',25,2016-05-02,spans meet", "1990-05-03,'','','',25,2016-05-03,within a year",
            "1990,'','','',26,2016,spans meet", "'',30,2016-01-01,'',31,2016-06-01,spans meet", "1990-05-03,'','','',28,2016-06-01,within three years",
            "1990-05-03,'','','',40,2016-06-01,other", "1990-05,'','',1990-05-20,'','',spans meet"})
    void anAgeAgreesWithABirthDateIfThePersonHadItThen(String bornA, String ageA, String onA, String bornB, String ageB, String onB, String level) {
        assertThat(level(new BirthMeasure(), BirthMeasure.from(bornA, ageA, onA), BirthMeasure.from(bornB, ageB, onB))).isEqualTo(level);
    }

    @Test
    void withoutADateOrAnAgeThereIsNoBirth() {
        assertThat(BirthMeasure.from("", "", "2016-01-01")).isNull();
        assertThat(BirthMeasure.from("", "30", "")).isNull();
        assertThat(BirthMeasure.from("", "1985", "2016-01-01")).isNull();
        assertThat(BirthMeasure.from("", "old", "2016")).isNull();
    }

    @Test
    void setsAgreeByWhatTheyHaveInCommon() {
        String s = String.valueOf(Records.SEPARATOR);
        assertThat(level(new SetMeasure(), "medical" + s + "media", "medical")).isEqualTo("all of one");
        assertThat(level(new SetMeasure(), "medical" + s + "media", "media" + s + "civil defence")).isEqualTo("some in common");
        assertThat(level(new SetMeasure(), "medical", "media")).isEqualTo("other");
    }

    @Test
    void originInOneListMeetsPlaceOfDeathInAnother() {
        String s = String.valueOf(Records.SEPARATOR);
        Measure near = PlaceMeasure.within(name -> new PlaceMeasure.Point(Double.parseDouble(name), 37), 10);
        assertThat(level(near, "33" + s + "36", "36.05")).isEqualTo("within 10.0 km");
        assertThat(level(near, "33", "36.05")).isEqualTo("other");
    }
}
