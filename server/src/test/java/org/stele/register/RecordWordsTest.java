package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.codebook.CodebookFile;
import org.stele.language.Language;
import org.stele.page.Page;

/** How ages are said, in both languages. */
class RecordWordsTest {

    static String said(Language language, AgeRange age) throws IOException {
        Page page = new Page(language, "/", "", null, null);
        return new RecordWords(page, CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml")), null).age(RegisterTest.aged(age));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | Child, 0 years   | طفل، أقل من عام
            1  | Child, 1 year    | طفل، عام واحد
            2  | Child, 2 years   | طفل، عامان
            3  | Child, 3 years   | طفل، 3 أعوام
            10 | Child, 10 years  | طفل، 10 أعوام
            11 | Child, 11 years  | طفل، 11 عاماً
            99 | Adult, 99 years  | بالغ، 99 عاماً
            100 | Adult, 100 years | بالغ، 100 عام
            103 | Adult, 103 years | بالغ، 103 أعوام
            """)
    void aSingleAgeAgreesWithItsNoun(int age, String english, String arabic) throws IOException {
        assertThat(said(Language.EN, AgeRange.of(age))).isEqualTo(english);
        assertThat(said(Language.AR, AgeRange.of(age))).isEqualTo(arabic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 1   | Child, 0 to 1 year       | طفل، من 0 إلى عام واحد
            1  | 2   | Child, 1 to 2 years      | طفل، من عام واحد إلى عامين
            2  | 5   | Child, 2 to 5 years      | طفل، من عامين إلى 5 أعوام
            3  | 10  | Child, 3 to 10 years     | طفل، من 3 إلى 10 أعوام
            9  | 11  | Child, 9 to 11 years     | طفل، من 9 إلى 11 عاماً
            30 | 40  | Adult, 30 to 40 years    | بالغ، من 30 إلى 40 عاماً
            90 | 100 | Adult, 90 to 100 years   | بالغ، من 90 إلى 100 عام
            14 | 22  | Unknown, 14 to 22 years  | غير معروف، من 14 إلى 22 عاماً
            """)
    void aRangeAgreesWithTheNumberBeforeTheNoun(int min, int max, String english, String arabic) throws IOException {
        assertThat(said(Language.EN, new AgeRange(min, max))).isEqualTo(english);
        assertThat(said(Language.AR, new AgeRange(min, max))).isEqualTo(arabic);
    }

    @Test
    void aBandAloneIsSaidAsABand() throws IOException {
        int adult = CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml")).counting().adultAge();
        assertThat(List.of(said(Language.EN, AgeRange.child(adult)), said(Language.EN, AgeRange.adult(adult)), said(Language.EN, AgeRange.UNKNOWN)))
                .containsExactly("Child", "Adult", "Unknown");
        assertThat(List.of(said(Language.AR, AgeRange.child(adult)), said(Language.AR, AgeRange.adult(adult)), said(Language.AR, AgeRange.UNKNOWN)))
                .containsExactly("طفل", "بالغ", "غير معروف");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyAgeThatCanBeRecordedCanBeSaid(Language language) throws IOException {
        for (int min = 0; min <= AgeRange.OLDEST; min += 7) {
            assertThat(said(language, new AgeRange(min, null))).isNotBlank().doesNotContain("{");
            assertThat(said(language, new AgeRange(null, min))).isNotBlank().doesNotContain("{");
            for (int max = min; max <= AgeRange.OLDEST; max += 3) {
                assertThat(said(language, new AgeRange(min, max))).isNotBlank().doesNotContain("{");
            }
        }
        assertThat(said(Language.AR, new AgeRange(0, null))).doesNotContain("أقل من عام");
    }
}
