package org.stele.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
            "أحمد,احمد", "إبراهيم,ابراهيم", "آمنة,امنه", "فاطمة,فاطمه", "منى,مني", "علاء,علا", "مؤمن,مومن", "وائل,وايل", "مُحَمَّد,محمد", "محـــمد,محمد",
            "ﻣﺤﻤﺪ,محمد", "أحمد,احمد", "\u202Bمحمد\u202C,محمد", "  محمد   علي ,محمد علي", "محمد٣ علي 12,محمد علي", "José O’Brien,jose obrien", "ABU-BAKR,abu bakr"})
    void spellingsOfOneNameShareThePlainForm(String written, String plain) {
        assertThat(NameText.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
            "علاء,عالء", "صلاح,صالح", "بلال,بالل", "طلال,طالل", "اسلام,اسالم", "سلامه,سالمه", "الاسطل,االسطل", "الاء,االء", "تالا,تاال", "الله,هللا", "بالله,باهلل",
            "عبد الله,عبد هللا", "عطاالله,عطااهلل", "علاء صلاح,عالء صالح"})
    void aWordAndItsInvertedLamAlefMeetInOneFoldedFormFromEitherSide(String right, String inverted) {
        assertThat(NameText.folded(NameText.plain(inverted))).isEqualTo(NameText.folded(NameText.plain(right)));
    }

    @Test
    void salihAndSalahStayDifferentNamesBeforeFolding() {
        assertThat(NameText.plain("صالح")).isNotEqualTo(NameText.plain("صلاح"));
    }
}
