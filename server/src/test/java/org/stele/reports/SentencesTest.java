package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.reports.HandMade.NOVEMBER;
import static org.stele.reports.HandMade.SYRIA;
import static org.stele.reports.HandMade.text;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.codebook.Party;
import org.stele.document.Span;
import org.stele.language.Language;
import org.stele.reports.Figures.Breakdown;

class SentencesTest {

    private static final String HANDS = " at the hands of the parties to the conflict and the controlling forces in Syria";
    private static final String YEAR = "the documented death toll of civilian victims since the beginning of 2020 up to December 2020 ";

    @ParameterizedTest
    @CsvSource(textBlock = """
            172, 16, 11, 30, 'Extrajudicial Killing Claims the Lives of 172 Civilians, Including 16 Children, 11 Women, and 30 Victims Due to Torture, in November 2020'
            5,    1,  0,  0, 'Extrajudicial Killing Claims the Lives of 5 Civilians, Including 1 Child, in November 2020'
            5,    2,  3,  0, 'Extrajudicial Killing Claims the Lives of 5 Civilians, Including 2 Children and 3 Women, in November 2020'
            1,    0,  0,  0, 'Extrajudicial Killing Claims the Life of 1 Civilian in November 2020'
            0,    0,  0,  0, 'No Civilian Deaths Documented in November 2020'
            """)
    void theTitleIsAllNumeralsAndLeavesOutGroupsOfNobody(long killed, long children, long women, long torture, String title) {
        assertThat(TollSentences.title(toll(killed, children, women, torture).in(Language.EN))).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            172, 16, 11, 30, 'القتل خارج نطاق القانون يودي بحياة 172 مدنياً، بينهم 16 طفلاً و11 سيدة و30 ضحية بسبب التعذيب، في تشرين الثاني 2020'
            5,    2,  0,  0, 'القتل خارج نطاق القانون يودي بحياة 5 مدنيين، بينهم طفلان، في تشرين الثاني 2020'
            2,    0,  0,  0, 'القتل خارج نطاق القانون يودي بحياة مدنيين اثنين في تشرين الثاني 2020'
            """)
    void theArabicTitleAgreesWithItsNumbers(long killed, long children, long women, long torture, String title) {
        assertThat(TollSentences.title(toll(killed, children, women, torture).in(Language.AR))).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            172, 16, 11, 'documented the deaths of 172 civilians, including 16 children and 11 women (adult female), killed'
            7,    1,  0, 'documented the deaths of seven civilians, including one child, killed'
            7,    0,  1, 'documented the deaths of seven civilians, including one woman (adult female), killed'
            1,    0,  0, 'documented the death of one civilian killed'
            """)
    void theHeadlineSaysTotalThenChildrenThenWomen(long killed, long children, long women, String middle) {
        assertThat(text(TollSentences.headline(toll(killed, children, women, 0).in(Language.EN))))
                .isEqualTo("In November, the Programme " + middle + HANDS + ", bringing " + YEAR + "to 1,635.");
    }

    @Test
    void aMonthWithoutDeathsSaysSo() {
        assertThat(text(TollSentences.headline(toll(0, 0, 0, 0).in(Language.EN))))
                .isEqualTo("In November, the Programme didn't document the death of any civilian" + HANDS + "; " + YEAR + "remains 1,635.");
    }

    @Test
    void theArabicHeadlineSaysTheSame() {
        assertThat(text(TollSentences.headline(toll(172, 16, 11, 30).in(Language.AR)))).isEqualTo(
                "وثَّقنا في تشرين الثاني مقتل 172 مدنياً، بينهم 16 طفلاً و11 سيدة (أنثى بالغة)، على يد أطراف النزاع والقوى المسيطرة في سوريا،"
                + " لتبلغ حصيلة الضحايا المدنيين الموثَّقة منذ بداية عام 2020 حتى كانون الأول 2020 ما مجموعه 1,635.");
    }

    @Test
    void everyNumberOfASentenceLinksToTheListBehindIt() {
        List<Span> spans = TollSentences.headline(toll(172, 16, 11, 30).in(Language.EN));
        assertThat(spans).contains(new Span.FigureReference("172 civilians", "/figures?killed"), new Span.FigureReference("16 children", "/figures?children"),
                new Span.FigureReference("11 women (adult female)", "/figures?women"), new Span.FigureReference("1,635", "/figures?killed-ytd"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            39, 5, 0, 'We documented the deaths of 39 civilians, including five children, at the hands of Syrian Regime forces.'
            1,  0, 0, 'We documented the death of one civilian at the hands of Syrian Regime forces.'
            7,  1, 1, 'We documented the deaths of seven civilians, including one child and one woman, at the hands of Syrian Regime forces.'
            7,  0, 2, 'We documented the deaths of seven civilians, including two women, at the hands of Syrian Regime forces.'
            0,  0, 0, ''
            """)
    void aMainPartyHasItsSentenceAndNoneAtZero(long killed, long children, long women, String sentence) {
        Writing writing = new HandMade(NOVEMBER).row("-by-regime", killed, children, women).in(Language.EN);
        assertThat(TollSentences.party(writing, SYRIA.party("regime").orElseThrow()).map(HandMade::text).orElse("")).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            39, 5, 0, 'وثَّقنا مقتل 39 مدنياً، بينهم 5 أطفال، على يد قوات النظام السوري.'
            1,  0, 0, 'وثَّقنا مقتل مدني واحد على يد قوات النظام السوري.'
            4,  1, 0, 'وثَّقنا مقتل 4 مدنيين، بينهم طفل واحد، على يد قوات النظام السوري.'
            7,  1, 2, 'وثَّقنا مقتل 7 مدنيين، بينهم طفل واحد وسيدتان، على يد قوات النظام السوري.'
            0,  0, 0, ''
            """)
    void anArabicMainPartyHasItsSentenceAndNoneAtZero(long killed, long children, long women, String sentence) {
        Writing writing = new HandMade(NOVEMBER).row("-by-regime", killed, children, women).in(Language.AR);
        assertThat(TollSentences.party(writing, SYRIA.party("regime").orElseThrow()).map(HandMade::text).orElse("")).isEqualTo(sentence);
    }

    @Test
    void otherPartiesListTheirSubCategories() {
        HandMade made = new HandMade(NOVEMBER).row("-by-other", 106, 9, 10).row("-by-other-landmine", 12, 3, 3).row("-by-other-bombing", 10, 1, 0)
                .zero(Breakdown.OTHER_PARTIES, "", "killed", "children", "women");
        Writing english = made.in(Language.EN);
        assertThat(text(TollSentences.other(english)))
                .isEqualTo("We documented the deaths of 106 civilians, including nine children and 10 women, at the hands of other parties, distributed as follows:");
        assertThat(english.figures().values(Breakdown.OTHER_PARTIES).stream().flatMap(value -> TollSentences.category(english, value).stream()).map(HandMade::text))
                .containsExactly("Landmines of unknown origin: 12 civilians, including three children and three women.",
                        "Bombings whose perpetrators have not yet been identified: 10 civilians, including one child.");
        Writing arabic = made.in(Language.AR);
        assertThat(text(TollSentences.other(arabic))).isEqualTo("وثَّقنا مقتل 106 مدنيين، بينهم 9 أطفال و10 سيدات، على يد جهات أخرى، توزَّعوا على النحو الآتي:");
        assertThat(arabic.figures().values(Breakdown.OTHER_PARTIES).stream().flatMap(value -> TollSentences.category(arabic, value).stream()).map(HandMade::text))
                .containsExactly("ألغام مجهولة المصدر: 12 مدنياً، بينهم 3 أطفال و3 سيدات.", "تفجيرات لم يُحدَّد مرتكبوها بعد: 10 مدنيين، بينهم طفل واحد.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            172, 126, 'higher than that of October 2020, when 126 civilians were documented, and the highest since February 2020.'
            130, 126, 'higher than that of October 2020, when 126 civilians were documented, and the highest since March 2020.'
            60,  126, 'lower than that of October 2020, when 126 civilians were documented, and the lowest of any month since the beginning of 2020.'
            300, 126, 'higher than that of October 2020, when 126 civilians were documented, and the highest of any month since the beginning of 2020.'
            126, 126, 'the same as that of October 2020, when there were also 126 civilians.'
            100, 126, 'lower than that of October 2020, when 126 civilians were documented.'
            """)
    void comparisonsAreComputedAndNameTheirBase(long now, long before, String end) {
        HandMade made = new HandMade(NOVEMBER).months("killed", 286, 276, 145, 78, 125, 96, 107, 122, 102, before, now);
        assertThat(TollSentences.trend(made.in(Language.EN)).map(HandMade::text)).contains("The death toll documented in November 2020 is " + end);
    }

    @Test
    void januaryHasNothingToCompareWith() {
        assertThat(TollSentences.trend(new HandMade(YearMonth.of(2020, 1)).months("killed", 286).in(Language.EN))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            46, 30, 20, 10, 'Deir Ez-Zour governorate saw an increase in the death toll compared with October 2020, accounting for nearly 27% of the total death toll, followed by Aleppo then Idlib.'
            46, 50, 20, 10, 'Deir Ez-Zour governorate saw fewer deaths than in October 2020, and still accounted for nearly 27% of the total death toll, followed by Aleppo then Idlib.'
            46, 46, 20, 20, 'Deir Ez-Zour governorate accounted for nearly 27% of the total death toll, followed by Aleppo and Idlib.'
            46, 46, 46, 9,  'Aleppo and Deir Ez-Zour were hit hardest, each accounting for nearly 27% of the total death toll, followed by Idlib.'
            46, 46, 0,  0,  'Deir Ez-Zour governorate accounted for nearly 27% of the total death toll.'
            """)
    void governoratesAreRankedWithTiesNamedTogether(long first, long before, long second, long third, String sentence) {
        HandMade made = new HandMade(NOVEMBER).set("killed", 172).place("SY02", "Aleppo", "حلب", second, 0)
                .place("SY09", "Deir Ez-Zour", "دير الزور", first, before).place("SY07", "Idlib", "إدلب", third, 0)
                .place("unknown", "Unknown", "غير معروف", 90, 0);
        assertThat(GovernorateSentences.ranking(made.in(Language.EN)).map(HandMade::text)).contains(sentence);
    }

    @Test
    void theArabicGovernorateSentenceNamesTheSameThree() {
        HandMade made = new HandMade(NOVEMBER).set("killed", 172).place("SY02", "Aleppo", "حلب", 40, 0)
                .place("SY09", "Deir Ez-Zour", "دير الزور", 46, 30).place("SY07", "Idlib", "إدلب", 20, 0);
        assertThat(GovernorateSentences.ranking(made.in(Language.AR)).map(HandMade::text)).contains(
                "شهدت محافظة دير الزور ارتفاعاً في حصيلة الضحايا مقارنةً بشهر تشرين الأول 2020، وبلغت حصتها ما يقارب 27% من الحصيلة الإجمالية، تلتها حلب، ثم إدلب.");
    }

    @Test
    void aPartyNoLongerInForceIsToldOfWhereSomebodyIsCountedUnderIt() {
        assertThat(SYRIA.party("tip").orElseThrow().validOn(NOVEMBER.atEndOfMonth())).isFalse();
        Writing writing = new HandMade(NOVEMBER).row("-by-tip", 2, 0, 0).set("torture-deaths-by-tip", 2).set("torture-deaths-by-tip-ytd", 3)
                .set("torture-deaths-ytd", 3).zero(Breakdown.PARTIES, "", "torture-deaths").in(Language.EN);

        assertThat(TollSentences.mainParties(writing)).extracting(Party::code).contains("regime", "tip");
        assertThat(TollSentences.mainParties(new HandMade(NOVEMBER).in(Language.EN))).extracting(Party::code).contains("regime").doesNotContain("tip");
        assertThat(TortureSentences.mainParties(writing).stream().map(HandMade::text)).singleElement().asString().endsWith(": Two.");
        assertThat(TortureSentences.share(writing)).isPresent();
    }

    @Test
    void tortureAttributedToSeveralTogetherIsListedUnderNoneOfThem() {
        HandMade made = torture(30, 25);
        made.value(Breakdown.PARTIES, "joint:sna+sdf", "Jointly: A and B", "بالاشتراك").set("torture-deaths-by-joint-sna--sdf", 2)
                .zero(Breakdown.PARTIES, "", "torture-deaths", "killed");
        assertThat(TortureSentences.mainParties(made.in(Language.EN)).stream().map(HandMade::text)).contains("Syrian Regime forces: 25.").endsWith("Jointly: A and B: Two.");
    }

    @Test
    void tortureSentencesHoldShareClaimAndMajority() {
        Writing writing = torture(30, 25).in(Language.EN);
        assertThat(text(TortureSentences.toll(writing))).isEqualTo("The Programme documented in November 2020 the deaths of 30 victims due to torture, bringing the "
                + "death toll of victims who died due to torture" + HANDS + " since the beginning of 2020 up to December 2020 to 149.");
        assertThat(TortureSentences.comment(writing).map(HandMade::text)).contains(
                "Most of the victims of November died at the hands of Syrian Regime forces, and the month's toll is the highest in this category since the beginning of 2020.");
        assertThat(TortureSentences.share(writing).map(HandMade::text)).contains("Victims who died due to torture at the hands of Syrian Regime forces since the "
                + "beginning of 2020 constitute approximately 79 percent of the total death toll of victims who died due to torture.");
        assertThat(TortureSentences.mainParties(writing).stream().map(HandMade::text)).containsExactly("Syrian Regime forces: 25.");
        assertThat(TortureSentences.other(writing).map(HandMade::text)).contains("Other parties: One.");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            30, 10, "The month's toll is the highest in this category since the beginning of 2020."
            18, 10, "Most of the victims of November died at the hands of Syrian Regime forces, and the month's toll equals the highest in this category since the beginning of 2020."
            17, 17, "All the victims of November died at the hands of Syrian Regime forces."
            10,  5, ""
            0,   0, ""
            """)
    void aClaimIsMadeOnlyWhereTheNumbersMakeIt(long torture, long regime, String comment) {
        assertThat(TortureSentences.comment(torture(torture, regime).in(Language.EN)).map(HandMade::text).orElse("")).isEqualTo(comment);
    }

    @Test
    void aGroupIsNamedAtZeroToo() {
        var medical = SYRIA.group("medical").orElseThrow();
        assertThat(text(GroupSentences.group(new HandMade(NOVEMBER).set("medical", 0).in(Language.EN), medical)))
                .isEqualTo("The Programme didn't document any deaths among medical personnel in November 2020.");
        assertThat(text(GroupSentences.group(new HandMade(NOVEMBER).set("medical", 0).in(Language.AR), medical)))
                .isEqualTo("لم نوثِّق مقتل أيٍّ من الكوادر الطبية في تشرين الثاني 2020.");
        assertThat(text(GroupSentences.group(new HandMade(NOVEMBER).set("medical", 1).in(Language.EN), medical)))
                .isEqualTo("The Programme documented in November 2020 one death among medical personnel, distributed as follows:");
    }

    @Test
    void massacresNameTheirPartiesTollAndKinds() {
        HandMade made = new HandMade(NOVEMBER).set("massacres", 2).set("massacres-ytd", 41).set("massacre-deaths", 11).set("massacre-children", 1)
                .set("massacre-girls", 1).set("massacre-women", 0).set("massacres-by-other", 2).set("massacres-by-other-landmine", 1).set("massacres-by-other-bombing", 1)
                .zero(Breakdown.PARTIES, "", "massacres").zero(Breakdown.OTHER_PARTIES, "", "massacres");
        Writing writing = made.in(Language.EN);
        assertThat(text(GroupSentences.massacres(writing))).isEqualTo("The Programme documented at least 41 massacres since the beginning of 2020, including two massacres in "
                + "November at the hands of other parties, with both massacres resulting in the deaths of 11 civilians, including one female child, distributed as follows:");
        assertThat(GroupSentences.massacreKinds(writing).stream().map(HandMade::text))
                .containsExactly("Landmines of unknown origin: One.", "Bombings whose perpetrators have not yet been identified: One.");
        assertThat(text(GroupSentences.massacres(made.in(Language.AR)))).isEqualTo("وثَّقنا ما لا يقل عن 41 مجزرة منذ بداية عام 2020، بينها مجزرتان في "
                + "تشرين الثاني على يد جهات أخرى، وتسبَّبت المجزرتان بمقتل 11 مدنياً، بينهم طفلة واحدة، وتوزَّعت على النحو الآتي:");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(ReportSentences.of(Language.AR, "syria").names()).isEqualTo(ReportSentences.of(Language.EN, "syria").names());
    }

    private static HandMade toll(long killed, long children, long women, long torture) {
        return new HandMade(NOVEMBER).row("", killed, children, women).set("torture-deaths", torture).set("killed-ytd", 1635);
    }

    private static HandMade torture(long torture, long regime) {
        return new HandMade(NOVEMBER).set("torture-deaths", torture).set("torture-deaths-ytd", 149).set("torture-deaths-by-regime", regime)
                .set("torture-deaths-by-regime-ytd", 118).set("torture-deaths-by-other", 1)
                .months("torture-deaths", 7, 18, 14, 10, 8, 14, 13, 13, 12, 10, torture)
                .zero(Breakdown.PARTIES, "", "torture-deaths").zero(Breakdown.PARTIES, "-ytd", "torture-deaths");
    }
}
