package org.stele.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.language.Language;

class PdfTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void aReportIsTaggedWithTitleLanguageBookmarksAndEmbeddedFonts(Language language) throws Exception {
        Document report = Samples.report(language, 2);
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(report))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(report.title());
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo(report.metadata().organisation());
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).isEqualTo(report.headings(1).stream().map(h -> h.number() + " " + h.text()).toList());
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void theStructureTreeHasHeadingsTablesWithHeadersListsAndDescribedFigures() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(Samples.report(Language.EN, 1)))) {
            List<COSDictionary> elements = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.K), elements);
            List<String> roles = elements.stream().map(e -> e.getNameAsString(COSName.S)).toList();
            assertThat(roles).contains("H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI", "Caption", "Figure", "Link");
            assertThat(elements.stream().filter(e -> "Figure".equals(e.getNameAsString(COSName.S))).map(e -> e.getString(COSName.ALT)))
                    .containsExactly("Bar chart: victims by party", "Column chart: victims per month", "Map: victims by province");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPageIsEmptyAndEachSaysWhichOfHowManyItIs(Language language) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(Samples.report(language, 2)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                String text = text(pdf, page);
                assertThat(text.strip()).as("page %d", page).isNotEmpty();
                if (page > 1 && language == Language.EN) {
                    assertThat(text).contains("Page " + page + " of " + pages, "The Documentation Network", "Monthly report, November 2020");
                }
            }
        }
    }

    @Test
    void theTextOfEveryBlockIsThere() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(Samples.report(Language.EN, 1)))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("172 civilians", "1,635 since the beginning of the year", "Landmines of unknown origin: 12", "10,218",
                    "Fighters are not counted; see the methodology.", "How to read these figures", "Counted as of 1 December 2020, 00:00 UTC",
                    "Şêrîn Ḥāšim al-Muḥammad ʿAbd Allāh", "Victims by province and group").doesNotContain("#");
        }
    }

    @Test
    void theContentsNameThePagesTheHeadingsStandOn() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(Samples.report(Language.EN, 2)))) {
            String contents = text(pdf, 2);
            int page = Integer.parseInt(contents.replaceAll("(?s).*III Death toll of civilian victims (\\d+).*", "$1"));
            assertThat(text(pdf, page)).contains("III");
        }
    }

    @Test
    void aLongTableRepeatsItsHeaderOnEveryPage() throws Exception {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(Table.Row.of(Table.Cell.of("Row " + i), Table.Cell.of("1")));
        }
        Table table = new Table("t", "Long table", List.of(Table.Column.words("Province"), Table.Column.numbers("Killed")),
                List.of(new Table.Group("", rows)), null, "");
        try (PDDocument pdf = Loader.loadPDF(Pdf.render(HtmlPageTest.document(Language.EN, table)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("Province", "Killed");
            }
        }
    }

    @Test
    void aLetterNoFontHasIsAnErrorAndNeverAHash() {
        assertThatThrownBy(() -> Pdf.render(HtmlPageTest.document(Language.EN, Block.Paragraph.of("name 漢"))))
                .isInstanceOf(DocumentFault.class).hasMessageContaining("漢");
    }

    @Test
    void theSameEditionGivesTheSameBytesAtAnotherMoment() throws Exception {
        byte[] first = Pdf.render(Samples.report(Language.AR, 1));
        Thread.sleep(1100); // FOP's clock counts seconds
        assertThat(Arrays.equals(first, Pdf.render(Samples.report(Language.AR, 1)))).isTrue();
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static void collect(COSBase node, List<COSDictionary> elements) {
        if (node instanceof COSObject object) {
            collect(object.getObject(), elements);
        } else if (node instanceof COSArray array) {
            array.forEach(child -> collect(child, elements));
        } else if (node instanceof COSDictionary element && element.containsKey(COSName.S)) {
            elements.add(element);
            collect(element.getDictionaryObject(COSName.K), elements);
        }
    }
}
