package org.stele.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

    private static final LocalDate FRIDAY = LocalDate.of(2020, 11, 13);

    @Test
    void datesFollowEachLanguage() {
        assertThat(Dates.weekdayAndDay(FRIDAY, Language.EN)).isEqualTo("Friday, November 13, 2020");
        assertThat(Dates.weekdayAndDay(FRIDAY, Language.AR)).isEqualTo("الجمعة 13 تشرين الثاني 2020");
        assertThat(Dates.day(FRIDAY, Language.EN)).isEqualTo("November 13, 2020");
        assertThat(Dates.month(YearMonth.of(2018, 7), Language.AR)).isEqualTo("تموز 2018");
        assertThat(Dates.month(YearMonth.of(2020, 12), Language.EN)).isEqualTo("December 2020");
        assertThat(Dates.instant(Instant.parse("2020-12-01T09:30:00Z"), Language.EN)).isEqualTo("December 1, 2020, 09:30 UTC");
    }

    @Test
    void theArabicYearHasTheMonthsOfTheLevant() {
        List<String> months = java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(m -> Dates.monthName(YearMonth.of(2020, m), Language.AR)).toList();
        assertThat(months).containsExactly("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
                "تشرين الثاني", "كانون الأول");
    }

    @Test
    void listsJoinWithAndInBothLanguages() {
        assertThat(Lists.and(List.of("X"), Language.EN)).isEqualTo("X");
        assertThat(Lists.and(List.of("X", "Y"), Language.EN)).isEqualTo("X and Y");
        assertThat(Lists.and(List.of("X", "Y", "Z"), Language.EN)).isEqualTo("X, Y, and Z");
        assertThat(Lists.or(List.of("X", "Y", "Z"), Language.EN)).isEqualTo("X, Y, or Z");
        assertThat(Lists.and(List.of("س", "ص"), Language.AR)).isEqualTo("س وص");
        assertThat(Lists.and(List.of("س", "ص", "ع"), Language.AR)).isEqualTo("س وص وع");
        assertThat(Lists.and(List.of(), Language.AR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, One", "3, Three", "9, Nine", "10, 10", "25, 25", "1635, '1,635'"})
    void shortListsCapitaliseWordsUpToNine(long number, String text) {
        assertThat(Numbers.listed(number, Language.EN)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            46,  172, 27, UP,                nearly 27%,        approximately 27 percent
            47,  172, 27, DOWN,              approximately 27%, approximately 27 percent
            117, 149, 79, UP,                nearly 79%,        approximately 79 percent
            118, 149, 79, DOWN,              approximately 79%, approximately 79 percent
            1,   4,   25, EXACT,             25%,               25 percent
            1,   8,   13, UP,                nearly 13%,        approximately 13 percent
            1,   999, 0,  BELOW_ONE,         less than 1%,      less than 1 percent
            998, 999, 100, ABOVE_NINETY_NINE, more than 99%,    more than 99 percent
            0,   7,   0,  EXACT,             0%,                0 percent
            7,   7,   100, EXACT,            100%,              100 percent
            """)
    void aPercentageSaysNearlyOnlyWhereItIsTrue(long part, long whole, int percent, Share.Rounding rounding, String nearly, String approximately) {
        Share share = new Share(part, whole);
        assertThat(share.percent()).isEqualTo(percent);
        assertThat(share.rounding()).isEqualTo(rounding);
        assertThat(share.nearly(Language.EN)).isEqualTo(nearly);
        assertThat(share.approximately(Language.EN)).isEqualTo(approximately);
    }

    @Test
    void arabicPercentagesAreJustAsCareful() {
        assertThat(new Share(46, 172).nearly(Language.AR)).isEqualTo("ما يقارب 27%");
        assertThat(new Share(1, 4).nearly(Language.AR)).isEqualTo("25%");
        assertThat(new Share(118, 149).approximately(Language.AR)).isEqualTo("نحو 79%");
    }

    @Test
    void aPartGreaterThanItsWholeIsNoShare() {
        assertThatThrownBy(() -> new Share(291, 179)).hasMessageContaining("291 of 179");
        assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSlotWithoutAValueIsRefusedInsteadOfPrinted() {
        Messages messages = Messages.read(Language.EN, "test", new StringReader("greeting = Dear {name}, it''s {day}"));
        assertThat(messages.format("greeting", Map.of("name", "reader", "day", "Friday"))).isEqualTo("Dear reader, it's Friday");
        assertThatThrownBy(() -> messages.format("greeting", Map.of("name", "reader"))).hasMessageContaining("{day}");
        assertThatThrownBy(() -> messages.format("farewell", Map.of())).hasMessageContaining("farewell");
    }

    @Test
    void aPatternThatCannotBeReadNamesItsSource() {
        assertThatThrownBy(() -> Messages.read(Language.EN, "nouns.en", new StringReader("broken = {n, plural, one {x}")))
                .hasMessageContaining("nouns.en").hasMessageContaining("broken");
    }
}
