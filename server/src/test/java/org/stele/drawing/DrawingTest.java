package org.stele.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.Golden;
import org.stele.drawing.BarChart.Bar;
import org.stele.drawing.BarChart.Direction;
import org.stele.drawing.BarChart.Parts;
import org.stele.drawing.MonthChart.Form;
import org.stele.drawing.MonthChart.Month;
import org.stele.language.Language;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DrawingTest {
    private static final BarChart PARTIES = BarChart.of("Victims by party", List.of(Bar.of("Party <A> & allies", new Datum(39, "/figures/a?x=1&y=2")),
            Bar.of("Party B", 0), Bar.of("Others", 1106)));
    private static final BarChart GROUPS = new BarChart("Victims by party and group", Direction.VERTICAL, Parts.GROUPED, List.of("Children", "Women"),
            List.of(new Bar("A", List.of(Datum.of(5), Datum.of(0)), false), new Bar("B", List.of(Datum.of(9), Datum.of(10)), true)));
    private static final MonthChart MONTHS = new MonthChart("Victims per month", Form.COLUMNS,
            List.of(Month.of("Oct", 126), Month.of("Nov", 0), new Month("Dec", null)), 1);

    static Stream<Arguments> everything() {
        return Stream.of(PARTIES, GROUPS, MONTHS, new MonthChart("Line", Form.LINE, MONTHS.months(), -1), MapTest.MAP,
                        new BarChart("Stack", Direction.VERTICAL, Parts.STACKED, GROUPS.series(), GROUPS.bars()),
                        new BarChart("Lying", Direction.HORIZONTAL, Parts.STACKED, GROUPS.series(), GROUPS.bars()))
                .flatMap(drawing -> Stream.of(Style.web(Language.EN, 640), Style.web(Language.AR, 340), Style.print(Language.AR, 700))
                        .map(style -> Arguments.of(drawing, style)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyDrawingIsWellFormedNamesItselfAndPassesAStrictContentPolicy(Drawing drawing, Style style) throws Exception {
        Svg svg = drawing.draw(style);
        Document parsed = parse(svg.markup());
        assertThat(parsed.getDocumentElement().getAttribute("aria-label")).isEqualTo(drawing.description());
        assertThat(svg.markup()).doesNotContain(" style=", "<style", "<script", " id=", "NaN");
        assertThat(svg.height()).isPositive();
        assertThat(svg.markup().contains("<text")).isEqualTo(style.lettering() == Style.Lettering.LIVE);
    }

    @Test
    void theLookOfABarChartIsTheOneThatWasLookedAt() throws Exception {
        Golden.assertSame("drawing/bars-en.svg", PARTIES.draw(Style.web(Language.EN, 400)).markup());
        Golden.assertSame("drawing/bars-ar.svg", PARTIES.draw(Style.web(Language.AR, 640)).markup());
        Golden.assertSame("drawing/groups-en.svg", GROUPS.draw(Style.web(Language.EN, 400)).markup());
    }

    @Test
    void aZeroIsWrittenAndAMonthWithoutANumberIsNot() {
        String svg = MONTHS.draw(Style.web(Language.EN, 400)).markup();
        assertThat(svg).contains(">126<", ">0<", ">Dec<").doesNotContain("Dec:");
        assertThat(svg.split("<rect", -1)).as("a column for October only").hasSize(2);
    }

    @Test
    void thousandsAreGroupedAndDigitsFollowTheStyle() {
        assertThat(PARTIES.draw(Style.web(Language.EN, 640)).markup()).contains(">1,106<");
        assertThat(PARTIES.draw(new Style(Language.AR, Style.Digits.ARABIC_INDIC, Style.Lettering.LIVE, 640)).markup()).contains(">١٬١٠٦<");
    }

    @Test
    void barsGrowFromTheRightInArabic() {
        BarChart one = BarChart.of("One", List.of(Bar.of("ا", 10)));
        double leftOfBar = attribute(one.draw(Style.web(Language.AR, 640)).markup(), "rect", "x");
        double widthOfBar = attribute(one.draw(Style.web(Language.AR, 640)).markup(), "rect", "width");
        double axis = attribute(one.draw(Style.web(Language.EN, 640)).markup(), "rect", "x");
        assertThat(640 - leftOfBar - widthOfBar).isCloseTo(axis, org.assertj.core.data.Offset.offset(0.02));
    }

    @Test
    void aNumberLinksToItsListOnTheWebAndNotInPrint() {
        assertThat(PARTIES.draw(Style.web(Language.EN, 640)).markup()).contains("<a href=\"/figures/a?x=1&amp;y=2\" aria-label=\"Party &lt;A&gt; &amp; allies: 39\">");
        assertThat(PARTIES.draw(Style.print(Language.EN, 640)).markup()).doesNotContain("<a ");
    }

    @Test
    void theServersOwnLanguageLeaksNoCommaIntoAPath() {
        Locale before = Locale.getDefault();
        String expected = PARTIES.draw(Style.print(Language.EN, 333)).markup();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SY-u-nu-arab"));
            assertThat(PARTIES.draw(Style.print(Language.EN, 333)).markup()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aChartRefusesNumbersThatDoNotMatchItsSeries() {
        assertThatThrownBy(() -> new BarChart("x", Direction.HORIZONTAL, Parts.STACKED, List.of("a", "b"), List.of(Bar.of("one", 1))))
                .hasMessageContaining("'one' has 1 numbers for 2 series");
        assertThatThrownBy(() -> Datum.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    static Document parse(String markup) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    }

    private static double attribute(String svg, String element, String name) {
        String tag = svg.substring(svg.indexOf("<" + element));
        String value = tag.substring(tag.indexOf(" " + name + "=\"") + name.length() + 3);
        return Double.parseDouble(value.substring(0, value.indexOf('"')));
    }
}
