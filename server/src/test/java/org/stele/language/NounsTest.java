package org.stele.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.PluralRules;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NounsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            civilian, 1,    one civilian
            civilian, 4,    four civilians
            civilian, 9,    nine civilians
            civilian, 10,   10 civilians
            civilian, 1635, '1,635 civilians'
            child,    1,    one child
            child,    5,    five children
            child,    16,   16 children
            girl,     1,    one female child
            woman,    0,    no women
            woman,    1,    one woman
            woman,    11,   11 women
            massacre, 2,    two massacres
            """)
    void englishCountsInWordsToNineAndAgrees(String noun, long count, String text) {
        assertThat(Nouns.counted(noun, count, Language.EN)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            civilian, 1,    مدني واحد
            civilian, 2,    مدنيين اثنين
            civilian, 4,    4 مدنيين
            civilian, 10,   10 مدنيين
            civilian, 39,   39 مدنياً
            civilian, 100,  100 مدني
            civilian, 102,  102 مدني
            civilian, 106,  106 مدنيين
            civilian, 172,  172 مدنياً
            civilian, 1635, '1,635 مدنياً'
            child,    1,    طفل واحد
            child,    2,    طفلين
            child,    9,    9 أطفال
            child,    16,   16 طفلاً
            woman,    1,    سيدة واحدة
            woman,    2,    سيدتين
            woman,    10,   10 سيدات
            woman,    11,   11 سيدة
            massacre, 2,    مجزرتين
            massacre, 41,   41 مجزرة
            """)
    void arabicHasSingularDualFewAndMany(String noun, long count, String text) {
        assertThat(Nouns.counted(noun, count, Language.AR)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            child, طفلان, طفلين
            woman, سيدتان, سيدتين
            massacre, مجزرتان, مجزرتين
            """)
    void theArabicDualShowsItsCase(String noun, String nominative, String oblique) {
        assertThat(Nouns.counted(noun, 2, Numbers.Style.RUNNING, Nouns.Case.NOMINATIVE, Language.AR)).isEqualTo(nominative);
        assertThat(Nouns.counted(noun, 2, Numbers.Style.RUNNING, Nouns.Case.OBLIQUE, Language.AR)).isEqualTo(oblique);
    }

    @Test
    void titlesHaveNumeralsAndCapitals() {
        assertThat(Nouns.titled("child", 5, Nouns.Case.OBLIQUE, Language.EN)).isEqualTo("5 Children");
        assertThat(Nouns.titled("civilian", 1, Nouns.Case.OBLIQUE, Language.EN)).isEqualTo("1 Civilian");
        assertThat(Nouns.titled("woman", 11, Nouns.Case.NOMINATIVE, Language.AR)).isEqualTo("11 سيدة");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20, 300})
    void everyArabicCountFromThreeUpShowsItsNumeralInTheFormOfItsPluralClass(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PluralRules rules = PluralRules.forLocale(java.util.Locale.forLanguageTag("ar"));
        for (int i = 0; i < 500; i++) {
            long count = random.nextLong(3, 2_000_000);
            String noun = switch (rules.select(count)) {
                case "few" -> "أطفال";
                case "many" -> "طفلاً";
                default -> "طفل";
            };
            assertThat(Nouns.counted("child", count, Language.AR)).isEqualTo(Numbers.numerals(count) + " " + noun);
        }
    }

    @Test
    void aNounThatIsNotInTheFileIsRefused() {
        assertThatThrownBy(() -> Nouns.counted("unicorn", 1, Language.EN)).hasMessageContaining("unicorn");
    }

    @Test
    void bothLanguagesHaveTheSameNouns() {
        assertThat(Messages.ofResource(Language.AR, "/language/nouns").names()).isEqualTo(Messages.ofResource(Language.EN, "/language/nouns").names());
        assertThat(Idioms.of(Language.AR).names()).isEqualTo(Idioms.of(Language.EN).names());
    }
}
