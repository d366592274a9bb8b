package org.stele.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.Golden;
import org.stele.language.Language;

class HtmlPageTest {
    @Test
    void theFragmentIsTheOneThatWasLookedAt() throws Exception {
        Golden.assertSame("document/report-en.html", withoutDrawings(HtmlPage.render(Samples.report(Language.EN, 1))));
        Golden.assertSame("document/report-ar.html", withoutDrawings(HtmlPage.render(Samples.report(Language.AR, 1))));
    }

    @Test
    void everythingAPersonTypedIsEscaped() {
        String html = HtmlPage.render(document(Language.EN, new Block.Heading(1, "a", "<1>", "<b>"), Block.Paragraph.of("<script> & \"x\" 'y'"),
                Block.Paragraph.of(new Span.Link("https://example.org/?a=1&b=2", List.of(Span.plain("<i>"))))));
        assertThat(html).doesNotContain("<script", "<b>", "<i>", "<1>").contains("&lt;script&gt; &amp; &quot;x&quot; &#39;y&#39;", "?a=1&amp;b=2");
    }

    @Test
    void aCountedNumberLinksToThoseItCounts() {
        assertThat(HtmlPage.render(document(Language.EN, Block.Paragraph.of(new Span.FigureReference("172 civilians", "/figures/killed")))))
                .contains("<a class=\"figure\" href=\"/figures/killed\">172 civilians</a>");
    }

    @Test
    void rangesSignsAndPercentagesStayLeftToRightInArabicOnly() {
        Block text = Block.Paragraph.of("بين 2011–2016 تغيّر -40 أي 41.5% من 1,635. هاتف +963 11 555.");
        assertThat(HtmlPage.render(document(Language.AR, text))).contains("<bdi dir=\"ltr\">2011–2016</bdi>", "<bdi dir=\"ltr\">-40</bdi>",
                "<bdi dir=\"ltr\">41.5%</bdi>", "من 1,635. ", "<bdi dir=\"ltr\">+963 11 555</bdi>.");
        assertThat(HtmlPage.render(document(Language.EN, text))).doesNotContain("<bdi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "data:text/html,x", "HTTP:x", " /a", "/a b", "https://a\"b", "\\\\host", ""})
    void anAddressThatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new Span.Link(address, List.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no address");
    }

    @Test
    void twoPlacesWithOneIdAreRefused() {
        assertThatThrownBy(() -> document(Language.EN, new Block.Heading(1, "a", "", "x"), new Block.Note("", List.of(new Block.Heading(2, "a", "", "y")))))
                .hasMessageContaining("'a' stands twice");
    }

    @Test
    void aRowThatDoesNotFitItsTableIsRefused() {
        assertThatThrownBy(() -> new Table("t", "Caption", List.of(Table.Column.words("A"), Table.Column.numbers("B")),
                List.of(new Table.Group("", List.of(Table.Row.of(Table.Cell.of("1"))))), null, "")).hasMessageContaining("1 cells for 2 columns");
    }

    static Document document(Language language, Block... blocks) {
        return new Document(language, "Title", "", new Document.Metadata("Organisation", "Today", "Short", "Subject",
                Instant.parse("2020-12-01T00:00:00Z"), List.of()), List.of(blocks));
    }

    private static String withoutDrawings(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>", "<svg/>");
    }
}
