package org.stele.document;

import org.stele.drawing.Typeface;
import org.stele.drawing.Xml;
import org.stele.language.Language;

/** Writes a document as XSL-FO: page forms, title page, running header and footer, bookmarks, and the flow of blocks. */
final class FoWriter {
    private static final String LAST = "last-page";

    private final Document document;
    private final Language language;
    private final FoSpans spans;
    private final StringBuilder out = new StringBuilder(1 << 16);

    FoWriter(Document document) {
        this.document = document;
        this.language = document.language();
        this.spans = new FoSpans(language);
    }

    String write() {
        out.append("<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:fox=\"http://xmlgraphics.apache.org/fop/extensions\" xml:lang=\"")
                .append(language.tag()).append("\" script=\"").append(language.rightToLeft() ? "arab" : "latn")
                .append("\" font-family=\"").append(Typeface.PLEX_ARABIC.family()).append(", ").append(Typeface.PLEX.family()).append(", ")
                .append(Typeface.NOTO.family()).append("\" font-weight=\"normal\" ").append(FoLook.body(language)).append(">\n");
        masters();
        metadata();
        bookmarks();
        titlePage();
        pages();
        return out.append("</fo:root>\n").toString();
    }

    private String writingMode() {
        return "writing-mode=\"" + (language.rightToLeft() ? "rl-tb" : "lr-tb") + "\"";
    }

    private void masters() {
        out.append("""
                <fo:layout-master-set>
                <fo:simple-page-master master-name="title" page-width="210mm" page-height="297mm" margin="22mm 22mm 18mm 22mm">
                <fo:region-body margin-bottom="62mm" %1$s/><fo:region-after extent="58mm" display-align="after" %1$s/>
                </fo:simple-page-master>
                <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm" margin="12mm 22mm 11mm 22mm">
                <fo:region-body margin-top="14mm" margin-bottom="13mm" %1$s/>
                <fo:region-before extent="8mm" %1$s/><fo:region-after extent="7mm" display-align="after" %1$s/>
                </fo:simple-page-master>
                </fo:layout-master-set>
                """.formatted(writingMode()));
    }

    /** What a reader's program and a library's catalogue see. */
    private void metadata() {
        Document.Metadata metadata = document.metadata();
        out.append("""
                <fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                </rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
                """.formatted(Xml.escape(document.title()), Xml.escape(metadata.organisation()), Xml.escape(metadata.subject()),
                language.tag()));
    }

    private void bookmarks() {
        var headings = document.headings(3);
        if (headings.isEmpty()) {
            return;
        }
        out.append("<fo:bookmark-tree>\n");
        int open = 0;
        for (Block.Heading heading : headings) {
            int level = Math.min(heading.level(), open + 1);
            for (; open >= level; open--) {
                out.append("</fo:bookmark>\n");
            }
            out.append("<fo:bookmark internal-destination=\"").append(heading.id()).append("\"><fo:bookmark-title>")
                    .append(Xml.escape((heading.number() + " " + heading.text()).strip())).append("</fo:bookmark-title>\n");
            open++;
        }
        out.append("</fo:bookmark>\n".repeat(open)).append("</fo:bookmark-tree>\n");
    }

    private void titlePage() {
        Document.Metadata metadata = document.metadata();
        out.append("<fo:page-sequence master-reference=\"title\" ").append(writingMode()).append(">\n")
                .append("<fo:static-content flow-name=\"xsl-region-after\" role=\"Sect\">\n<fo:block/>").append(imprint())
                .append("</fo:static-content>\n<fo:flow flow-name=\"xsl-region-body\">\n")
                .append("<fo:block font-weight=\"bold\" font-size=\"11pt\" color=\"").append(FoLook.STRONG)
                .append("\" border-before-style=\"solid\" border-before-width=\"2.4pt\" padding-before=\"3.5mm\" border-before-color=\"")
                .append(FoLook.STRONG).append("\">").append(spans.text(metadata.organisation())).append("</fo:block>\n")
                .append("<fo:block role=\"Title\" space-before=\"48mm\" space-before.conditionality=\"retain\" font-weight=\"bold\" end-indent=\"12mm\" ")
                .append(titleSize()).append(">").append(spans.text(withoutWidow(document.title()))).append("</fo:block>\n");
        if (!document.subtitle().isEmpty()) {
            out.append("<fo:block space-before=\"7mm\" font-size=\"13pt\" line-height=\"19pt\" end-indent=\"25mm\" color=\"").append(FoLook.SOFT)
                    .append("\">").append(spans.text(document.subtitle())).append("</fo:block>\n");
        }
        out.append("<fo:block space-before=\"9mm\" font-size=\"11pt\" font-weight=\"bold\">").append(spans.text(metadata.date()))
                .append("</fo:block>\n</fo:flow>\n</fo:page-sequence>\n");
    }

    /** A long title is set smaller: three lines at most of the page's width should hold it. */
    private String titleSize() {
        int length = document.title().length();
        return length > 110 ? "font-size=\"23pt\" line-height=\"31pt\"" : length > 60 ? "font-size=\"27pt\" line-height=\"36pt\""
                : "font-size=\"34pt\" line-height=\"44pt\"";
    }

    /** The last two words stay together: a word alone on the last line of a title looks lost. */
    private static String withoutWidow(String title) {
        int space = title.lastIndexOf(' ');
        return space < 0 ? title : title.substring(0, space) + '\u00A0' + title.substring(space + 1);
    }

    private String imprint() {
        StringBuilder lines = new StringBuilder();
        for (Document.Imprint line : document.metadata().imprint()) {
            lines.append("<fo:table-row><fo:table-cell padding=\"0.6mm 0mm\"><fo:block font-weight=\"bold\">").append(spans.text(line.label()))
                    .append("</fo:block></fo:table-cell><fo:table-cell padding=\"0.6mm 0mm\"><fo:block>")
                    .append(spans.text(line.value())).append("</fo:block></fo:table-cell></fo:table-row>\n");
        }
        return lines.isEmpty() ? "" : "<fo:table table-layout=\"fixed\" width=\"100%\" border-before-style=\"solid\" border-before-width=\"0.6pt\" "
                + "border-before-color=\"" + FoLook.RULE + "\" padding-before=\"2mm\" " + FoLook.small(language)
                + "><fo:table-column column-width=\"42mm\"/><fo:table-column column-width=\"" + FoLook.mm(FoLook.MEASURE - 42)
                + "\"/><fo:table-body>" + lines + "</fo:table-body></fo:table>\n";
    }

    private void pages() {
        out.append("<fo:page-sequence master-reference=\"page\" id=\"").append(LAST).append("\" ").append(writingMode()).append(">\n")
                .append(running("xsl-region-before", spans.text(document.metadata().organisation()), spans.text(document.metadata().shortTitle()), "after"))
                .append(running("xsl-region-after", spans.text(document.metadata().date()), Words.PAGE.in(language)
                        + " <fo:page-number/> " + Words.OF.in(language) + " <fo:page-number-citation-last ref-id=\"" + LAST + "\"/>", "before"))
                .append("<fo:static-content flow-name=\"xsl-footnote-separator\"><fo:block start-indent=\"").append(FoLook.mm(FoLook.INDENT))
                .append("\" space-before=\"3mm\" space-after=\"1.5mm\"><fo:leader leader-pattern=\"rule\" leader-length=\"30mm\" rule-thickness=\"0.5pt\" color=\"")
                .append(FoLook.RULE).append("\"/></fo:block></fo:static-content>\n")
                .append("<fo:flow flow-name=\"xsl-region-body\">\n").append(new FoBlocks(document, spans).write(document.blocks()))
                .append("<fo:block/></fo:flow>\n</fo:page-sequence>\n");
    }

    /** A running line: something at its start, something at its end, a hairline towards the text. */
    private String running(String region, String start, String end, String ruled) {
        return "<fo:static-content flow-name=\"" + region + "\"><fo:block text-align-last=\"justify\" border-" + ruled
                + "-style=\"solid\" border-" + ruled + "-width=\"0.5pt\" border-" + ruled + "-color=\"" + FoLook.RULE + "\" padding-" + ruled
                + "=\"1.2mm\" font-size=\"7.5pt\" line-height=\"11pt\" color=\"" + FoLook.SOFT + "\">" + start
                + "<fo:leader leader-pattern=\"space\"/>" + end + "</fo:block></fo:static-content>\n";
    }
}
