package org.stele.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

    static final Gazetteer GAZETTEER = new InMemoryGazetteer(TestPlaces.all());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', value = {
            "Damascus | SY01", "ALEPPO | SY02", "Halab | SY02", "Rif Dimashq | SY03", "Damascus Suburbs | SY03", "rural  damascus | SY03", "Homs | SY04", "Hama | SY05",
            "Lattaquié | SY06", "Lattakia | SY06", "Idleb | SY07", "Al-Hasakeh | SY08", "Hasaka | SY08", "Deir-ez-Zor | SY09", "Deir Al Zour | SY09", "Deirezzor | SY09",
            "deir ez zor | SY09", "Tartous | SY10", "Ar Raqqah | SY11", "Dar`a | SY12", "Dar’a | SY12", "As-Suwayda' | SY13", "Quneitra | SY14", "حلب | SY02", "إدلب | SY07",
            "ادلب | SY07", "الحَسَكَة | SY08", "حـمـاه | SY05", "ديرالزور | SY09", "السويدا | SY13", "محافظة درعا | SY12", "Homs Governorate | SY04", "ريف دمشق | SY03"})
    void aGovernorateIsKnownByEverySpellingMet(String text, String code) {
        assertThat(GAZETTEER.match(text, 1, null)).isEqualTo(found(code));
        assertThat(GAZETTEER.match(text, 0, null)).isEqualTo(found(code));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', value = {
            "Aleppo: Bab | SY0202", "Aleppo - al Bab | SY0202", "al-Bab, Aleppo | SY0202", "Aleppo/Bab city | C1202", "حلب: الباب | SY0202", "Homs: Rastan | SY0404",
            "Hama: Hama city | C2987", "Hama: Harbnafseh | C3001", "Rural Damascus: Douma | SY0302", "As-Sweida, Mazraa, Douma | C6236", "Hama (Latmin) | C3003", "City of Hama | C2987"})
    void aTextOfSeveralPartsIsReadFromTheWidest(String text, String code) {
        assertThat(GAZETTEER.match(text, 0, null)).isEqualTo(found(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Jordan", "Turkey: hospital", "Turkey: al Bab", "-", "Unknown", "الأردن", "12", "of the"})
    void whatNamesNoPlaceOfTheCountryIsNotMatched(String text) {
        assertThat(GAZETTEER.match(text, 1, null)).isEqualTo(new Match.Unmatched());
        assertThat(GAZETTEER.match(text, 0, null)).isEqualTo(new Match.Unmatched());
    }

    @Test
    void whatIsFinerThanTheGazetteerIsKeptInWords() {
        assertThat(GAZETTEER.match("Homs: Bab Sbaa", 0, null)).isEqualTo(new Match.Found(place("SY04"), "Bab Sbaa"));
        assertThat(GAZETTEER.match("Aleppo: Bab: ring road", 0, null)).isEqualTo(new Match.Found(place("SY0202"), "ring road"));
        assertThat(GAZETTEER.match("Northern Hama countryside", 0, null)).isEqualTo(new Match.Found(place("SY05"), "Northern Hama countryside"));
        assertThat(GAZETTEER.match("ريف حماة الشمالي", 0, null)).isEqualTo(new Match.Found(place("SY05"), "ريف حماة الشمالي"));
    }

    @Test
    void placesThatShareANameAreNotChosenBetween() {
        assertThat(GAZETTEER.match("Duma", 0, null)).isEqualTo(new Match.Ambiguous(List.of(place("SY0302"), place("C6236")), null));
        assertThat(GAZETTEER.match("Hama: Karim", 0, null)).isEqualTo(new Match.Ambiguous(List.of(place("C3004"), place("C3005")), place("SY050000")));
    }

    @Test
    void aNameBetweenTwoSpellingsIsNotGuessed() {
        assertThat(GAZETTEER.match("Hama: Lattmn", 0, null)).isEqualTo(new Match.Ambiguous(List.of(place("C3002"), place("C3003")), place("SY050000")));
    }

    @Test
    void aTextThatContradictsItselfGoesToAPerson() {
        assertThat(GAZETTEER.match("Damascus: Duma", 0, null)).isInstanceOfSatisfying(Match.Ambiguous.class, several ->
                assertThat(several.candidates()).extracting(Place::code).contains("SY01", "SY0302"));
        assertThat(GAZETTEER.match("Aleppo: Idlib", 0, null)).isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void aBareNameOfAVillageIsProposedAndNotTaken() {
        assertThat(GAZETTEER.match("Medan", 0, null)).isEqualTo(new Match.Ambiguous(List.of(place("C2606")), null));
        assertThat(GAZETTEER.match("الرستن", 0, null)).isEqualTo(found("SY0404"));
    }

    @Test
    void aKnownParentSettlesWhatIsMeant() {
        assertThat(GAZETTEER.match("Douma", 0, "SY03")).isEqualTo(found("SY0302"));
        assertThat(GAZETTEER.match("Douma", 0, "SY13")).isEqualTo(found("C6236"));
        assertThat(GAZETTEER.match("Douma", 0, "SY02")).isEqualTo(new Match.Unmatched());
        assertThat(GAZETTEER.match("Douma", 4, "SY03")).isEqualTo(found("C2330"));
        assertThat(GAZETTEER.match("Douma", 0, "XX")).isEqualTo(new Match.Unmatched());
    }

    @Test
    void aWantedLevelIsKeptTo() {
        assertThat(GAZETTEER.match("Hama", 4, "SY05")).isEqualTo(found("C2987"));
        assertThat(GAZETTEER.match("Aleppo: Bab", 1, null)).isEqualTo(found("SY02"));
        assertThat(GAZETTEER.match("Rastan", 1, null)).isEqualTo(new Match.Unmatched());
    }

    @Test
    void theTreeIsWalkedUpAndDown() {
        assertThat(GAZETTEER.above("C1202", 1)).contains(place("SY02"));
        assertThat(GAZETTEER.above("SY02", 2)).isEmpty();
        assertThat(GAZETTEER.within("SY0202")).extracting(Place::code).containsExactly("SY020200");
        assertThat(GAZETTEER.level(1)).hasSize(14).extracting(Place::code).isSorted();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTextWhateverMakesItFailOrLinger(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> pieces = List.of("Hama", "حماة", ":", ",", " - ", "-", " ", "al", "el", "ال", "city", "countryside", "Duma", "\u0640", "\u200f", "'", "(", ")", "\n", "e", "ww", "yy", "\ud83d\ude00", "ء", "sh", "Bab", "12");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        assertThat(GAZETTEER.match(text.toString(), random.nextInt(5), random.nextBoolean() ? null : "SY05")).isNotNull();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void aTextThatIsNoNameIsNotMatchedHoweverLong() {
        assertThat(GAZETTEER.match("Hama, ".repeat(12), 0, null)).isEqualTo(new Match.Unmatched());
        assertThat(GAZETTEER.match("Hama ".repeat(10_000), 0, null)).isEqualTo(new Match.Unmatched());
    }

    private static Match found(String code) {
        return new Match.Found(place(code));
    }

    private static Place place(String code) {
        return GAZETTEER.place(code).orElseThrow();
    }
}
