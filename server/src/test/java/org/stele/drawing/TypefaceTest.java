package org.stele.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {
    private static final String ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "ًٌٍَُِّْٰـ" + "،؛؟٪٫٬" + "٠١٢٣٤٥٦٧٨٩";
    private static final String KURDISH_AND_PERSIAN = "پچژگڤکیەۆێڕڵھۀ" + "۰۱۲۳۴۵۶۷۸۹";
    private static final String KURMANJI_AND_TURKISH = "çêîşûÇÊÎŞÛğĞıİöÖüÜ";
    private static final String TRANSLITERATION = "āīūēōĀĪŪĒŌḥṣṭḍẓġḤṢṬḌẒĠʿʾḫẖḏṯǧčšžČŠŽ";
    private static final String EUROPEAN = "áàâäãåæćčďđéèêëěęíìîïłńňñóòôöõőøřśšťúùûüůűýÿżźžßœÁÉÍÓÚÄÖÜÑÅØŁŚŹŻ";
    private static final String MARKS = "–—‘’“”«»…•§†‡°%‰×−→";

    static Stream<Integer> letters() {
        return (ARABIC + KURDISH_AND_PERSIAN + KURMANJI_AND_TURKISH + TRANSLITERATION + EUROPEAN + MARKS).codePoints().distinct().boxed();
    }

    @ParameterizedTest(name = "U+{0}")
    @MethodSource("letters")
    void everyLetterANameMayHoldIsInAFont(int letter) {
        assertThat(Typeface.runs(Character.toString(letter))).hasSize(1);
    }

    @Test
    void everyLatinAndCyrillicLetterUpToExtendedAdditionalIsInAFont() {
        IntStream.concat(IntStream.rangeClosed(0x20, 0x7E), IntStream.concat(IntStream.rangeClosed(0xA1, 0x17F), IntStream.rangeClosed(0x400, 0x45F)))
                .filter(letter -> letter != 0xAD)
                .forEach(letter -> assertThat(Typeface.runs(Character.toString(letter))).as("U+%04X", letter).hasSize(1));
    }

    @Test
    void aWordIsSetInOneTypefaceAndNotOnlyItsForeignLetter() {
        assertThat(Typeface.runs("السيدة Şêrîn Muḥammad")).containsExactly(new Typeface.Run("السيدة ", Typeface.PLEX_ARABIC),
                new Typeface.Run("Şêrîn ", Typeface.PLEX), new Typeface.Run("Muḥammad", Typeface.NOTO));
    }

    @Test
    void aLetterInTwoPartsIsComposed() {
        assertThat(Typeface.runs("s\u0327")).containsExactly(new Typeface.Run("ş", Typeface.PLEX));
    }

    @Test
    void directionalMarksAreNotLetters() {
        assertThat(Typeface.runs("\u200F\u2066a\u2069")).containsExactly(new Typeface.Run("a", Typeface.PLEX_ARABIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"漢", "ა", "😀"})
    void aLetterInNoFontIsAnErrorThatNamesIt(String letter) {
        assertThatThrownBy(() -> Typeface.runs("name " + letter)).isInstanceOf(MissingLetters.class)
                .hasMessageContaining(letter).hasMessageContaining("U+%04X".formatted(letter.codePointAt(0)));
    }
}
