package org.stele.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final Function<String, Optional<Span>> FIGURES =
            name -> name.equals("killed") ? Optional.of(new Span.FigureReference("172", "/figures/killed")) : Optional.empty();

    @Test
    void aNamedFigureIsPutIn() {
        assertThat(read("In November, {{killed}} **civilians** died.").blocks()).containsExactly(Block.Paragraph.of(Span.plain("In November, "),
                new Span.FigureReference("172", "/figures/killed"), Span.plain(" "), Span.strong("civilians"), Span.plain(" died.")));
    }

    @Test
    void aFigureNobodyKnowsIsAFaultWithItsLine() {
        assertThat(read("One.\n\nTwo\n{{wounded}}.").faults()).containsExactly(new Markdown.Fault(4, "There is no figure named 'wounded'"));
    }

    @Test
    void bracesThatNameNothingAreAFault() {
        assertThat(read("{{Killed}} and {{ }}").faults()).hasSize(1);
    }

    @Test
    void everyTypedNumberIsReportedWithItsLineAndContext() {
        assertThat(read("On 13 November\n**about 40** died; ١٢ more, `7`").typedNumbers()).containsExactly(
                new Markdown.TypedNumber(1, "13", "On 13 November"), new Markdown.TypedNumber(2, "40", "about 40"),
                new Markdown.TypedNumber(2, "١٢", "died; ١٢ more,"), new Markdown.TypedNumber(2, "7", "7"));
    }

    @Test
    void aFiguresOwnDigitsAreNotTyped() {
        assertThat(read("{{killed}}").typedNumbers()).isEmpty();
    }

    @Test
    void listsHeadingsAndQuotationsBecomeBlocks() {
        assertThat(read("# To the Council\n\n- first\n  - deeper\n- second\n\n> boxed").blocks()).containsExactly(
                new Block.Heading(1, "to-the-council", "", "To the Council"),
                new Block.BulletList(false, List.of(new Block.BulletList.Item(List.of(Span.plain("first")), List.of(Block.BulletList.Item.of("deeper"))),
                        Block.BulletList.Item.of("second"))),
                new Block.Note("", List.of(Block.Paragraph.of("boxed"))));
    }

    @Test
    void anArabicHeadingHasAnIdOfItsOwn() {
        assertThat(((Block.Heading) read("# التوصيات").blocks().getFirst()).id()).matches("part-[0-9a-f]{8}");
    }

    @Test
    void scriptsPicturesAndRawHtmlAreFaultsAndNeverReachTheDocument() {
        Markdown.Reading reading = read("<script>x</script>\n\n![a](b.png) [go](javascript:alert(1))\n\nx <b>y</b>");
        assertThat(reading.faults()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(reading.blocks().toString()).doesNotContain("script", "b.png");
    }

    private static Markdown.Reading read(String text) {
        return Markdown.read(text, FIGURES);
    }
}
