package org.stele.document;

import java.util.List;
import org.stele.drawing.Style;
import org.stele.drawing.Svg;
import org.stele.drawing.Xml;
import org.stele.language.Language;

/** Writes the blocks of a document as XSL-FO. Every block says its own indent: inherited indents add up inside tables. */
final class FoBlocks {
    /** SVG units over the full measure: text of 13 units then prints at 8.8 points. */
    private static final double DRAWING_WIDTH = 700;

    private final Document document;
    private final Language language;
    private final FoSpans spans;
    private double indent = FoLook.INDENT;
    private double endIndent;

    FoBlocks(Document document, FoSpans spans) {
        this.document = document;
        this.language = document.language();
        this.spans = spans;
    }

    /** A page break belongs to the block after it: an empty block of its own would keep the space above a heading. */
    String write(List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        boolean breaks = false;
        for (Block block : blocks) {
            if (block instanceof Block.PageBreak) {
                breaks = true;
            } else {
                out.append(breaks ? "<fo:block break-before=\"page\">" + write(block) + "</fo:block>\n" : write(block));
                breaks = false;
            }
        }
        return out.toString();
    }

    private String write(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.BulletList list -> list(list.numbered(), list.items(), indent);
            case Block.KeyFigures figures -> figures(figures);
            case Table table -> new FoTable(table, spans, language).write();
            case Block.Illustration illustration -> illustration(illustration);
            case Block.Note note -> note(note);
            case Block.Contents contents -> contents(contents);
            case Block.PageBreak _ -> "";
        };
    }

    private String indents(double start) {
        return "start-indent=\"" + FoLook.mm(start) + "\" end-indent=\"" + FoLook.mm(endIndent) + "\" ";
    }

    /** A level 1 heading's number hangs at the edge of the measure; deeper ones stand before their words. Set as a list of
     *  one item and tagged as one heading: an inline container would leave the line without a direction. */
    private String heading(Block.Heading heading) {
        String words = spans.text(heading.text());
        String look = FoLook.heading(heading.level());
        String role = "role=\"H" + heading.level() + "\" ";
        if (heading.level() == 1 && !heading.number().isEmpty() && indent == FoLook.INDENT) {
            return "<fo:list-block id=\"" + heading.id() + "\" " + role + "start-indent=\"0mm\" end-indent=\"0mm\" provisional-distance-between-starts=\""
                    + FoLook.mm(indent) + "\" " + look + "><fo:list-item role=\"Span\"><fo:list-item-label role=\"Span\" end-indent=\"label-end()\">"
                    + "<fo:block role=\"Span\" color=\"" + FoLook.SOFT + "\">" + spans.text(heading.number())
                    + "</fo:block></fo:list-item-label><fo:list-item-body role=\"Span\" start-indent=\"body-start()\"><fo:block role=\"Span\">"
                    + words + "</fo:block></fo:list-item-body></fo:list-item></fo:list-block>\n";
        }
        String number = heading.number().isEmpty() ? "" : spans.text(heading.number()) + "  ";
        return "<fo:block id=\"" + heading.id() + "\" " + role + indents(indent) + look + ">" + number + words + "</fo:block>\n";
    }

    private String paragraph(Block.Paragraph paragraph) {
        String look = switch (paragraph.kind()) {
            case BODY -> "";
            case LEAD -> FoLook.lead(language);
            case SMALL -> FoLook.small(language);
        };
        return "<fo:block " + indents(indent) + "space-after=\"2.6mm\" orphans=\"2\" widows=\"2\" " + look + ">" + spans.write(paragraph.spans())
                + "</fo:block>\n";
    }

    private String list(boolean numbered, List<Block.BulletList.Item> items, double start) {
        StringBuilder out = new StringBuilder("<fo:list-block " + indents(start)
                + "provisional-distance-between-starts=\"5mm\" provisional-label-separation=\"1.5mm\" space-before=\"1.2mm\" space-after=\"2.6mm\">\n");
        int n = 0;
        for (Block.BulletList.Item item : items) {
            n++;
            out.append("<fo:list-item space-after=\"1.2mm\"><fo:list-item-label end-indent=\"label-end()\"><fo:block color=\"")
                    .append(FoLook.STRONG).append("\">").append(numbered ? n + "." : "–")
                    .append("</fo:block></fo:list-item-label><fo:list-item-body start-indent=\"body-start()\"><fo:block>")
                    .append(spans.write(item.spans())).append("</fo:block>")
                    .append(item.items().isEmpty() ? "" : list(false, item.items(), start + 5))
                    .append("</fo:list-item-body></fo:list-item>\n");
        }
        return out.append("</fo:list-block>\n").toString();
    }

    private String figures(Block.KeyFigures figures) {
        double width = FoLook.MEASURE / figures.keys().size();
        StringBuilder out = new StringBuilder("<fo:table table-layout=\"fixed\" width=\"100%\" space-before=\"4mm\" space-after=\"7mm\" "
                + "start-indent=\"0mm\" end-indent=\"0mm\" keep-together.within-page=\"always\">");
        figures.keys().forEach(_ -> out.append("<fo:table-column column-width=\"").append(FoLook.mm(width)).append("\"/>"));
        out.append("<fo:table-body><fo:table-row>");
        for (Block.KeyFigures.Key key : figures.keys()) {
            out.append("<fo:table-cell><fo:block ").append(FoLook.gap(4)).append(" border-before-style=\"solid\" border-before-width=\"1.4pt\" border-before-color=\"")
                    .append(FoLook.STRONG).append("\" padding-before=\"2mm\" font-size=\"30pt\" line-height=\"36pt\" font-weight=\"bold\" color=\"")
                    .append(FoLook.STRONG).append("\">").append(spans.write(key.number())).append("</fo:block><fo:block ").append(FoLook.gap(4)).append(" font-size=\"9.5pt\" line-height=\"13pt\" font-weight=\"bold\">")
                    .append(spans.text(key.label())).append("</fo:block>");
            if (!key.detail().isEmpty()) {
                out.append("<fo:block ").append(FoLook.gap(4)).append(" space-before=\"0.8mm\" ").append(FoLook.small(language)).append('>').append(spans.text(key.detail())).append("</fo:block>");
            }
            out.append("</fo:table-cell>\n");
        }
        return out.append("</fo:table-row></fo:table-body></fo:table>\n").toString();
    }

    private String illustration(Block.Illustration illustration) {
        Svg svg = illustration.drawing().draw(Style.print(language, DRAWING_WIDTH));
        double width = FoLook.MEASURE * FoLook.POINTS_PER_MM;
        String size = "content-width=\"" + FoLook.pt(width) + "\" content-height=\"" + FoLook.pt(width * svg.height() / svg.width()) + "\"";
        String source = illustration.source().isEmpty() ? "" : "<fo:block space-before=\"2.5mm\" " + FoLook.small(language) + ">"
                + spans.text(illustration.source()) + "</fo:block>";
        return "<fo:block id=\"" + illustration.id() + "\" start-indent=\"0mm\" end-indent=\"0mm\" space-before=\"6mm\" space-after=\"7mm\" "
                + "keep-together.within-page=\"always\">" + caption(spans.text(illustration.caption()))
                + "<fo:block line-height=\"0pt\"><fo:instream-foreign-object fox:alt-text=\"" + Xml.escape(illustration.drawing().description())
                + "\" " + size + ">" + svg.markup() + "</fo:instream-foreign-object></fo:block>" + source + "</fo:block>\n";
    }

    static String caption(String words) {
        return "<fo:block role=\"Caption\" font-weight=\"bold\" font-size=\"10pt\" line-height=\"14pt\" space-after=\"3.2mm\" border-before-style=\"solid\" "
                + "border-before-width=\"0.8pt\" border-before-color=\"" + FoLook.STRONG + "\" padding-before=\"1.6mm\" "
                + "keep-with-next.within-page=\"always\">" + words + "</fo:block>";
    }

    private String note(Block.Note note) {
        double outer = indent;
        indent += 5;
        endIndent += 5;
        String title = note.title().isEmpty() ? "" : "<fo:block " + indents(indent) + "font-weight=\"bold\" color=\"" + FoLook.STRONG
                + "\" space-after=\"1.5mm\" keep-with-next.within-page=\"always\">" + spans.text(note.title()) + "</fo:block>";
        String inside = title + write(note.blocks());
        indent = outer;
        endIndent -= 5;
        return "<fo:block " + indents(indent) + "background-color=\"" + FoLook.TINT + "\" border-start-style=\"solid\" border-start-width=\"2pt\" "
                + "border-start-color=\"" + FoLook.STRONG + "\" padding-before=\"3mm\" padding-after=\"1mm\" space-before=\"4mm\" space-after=\"5mm\">"
                + inside + "</fo:block>\n";
    }

    /** As a table: a leader of dots that fills a line is set wrongly from right to left. */
    private String contents(Block.Contents contents) {
        StringBuilder out = new StringBuilder("<fo:block role=\"H1\" " + indents(indent) + FoLook.heading(1) + ">" + spans.text(contents.title())
                + "</fo:block>\n<fo:table role=\"TOC\" table-layout=\"fixed\" width=\"100%\" start-indent=\"0mm\" end-indent=\"0mm\">"
                + column(FoLook.INDENT) + column(FoLook.MEASURE - FoLook.INDENT - 12) + column(12) + "<fo:table-body>\n");
        for (Block.Heading heading : document.headings(2)) {
            boolean first = heading.level() == 1;
            String look = first ? "padding-before=\"2.4mm\" padding-after=\"0.6mm\"" : "padding-before=\"0.3mm\" padding-after=\"0.3mm\"";
            String weight = first ? "font-weight=\"bold\"" : "start-indent=\"6mm\"";
            String link = "<fo:basic-link internal-destination=\"" + heading.id() + "\" fox:alt-text=\"" + Xml.escape(heading.text()) + "\">";
            boolean hanging = first && !heading.number().isEmpty();
            String number = heading.number().isEmpty() || hanging ? "" : spans.text(heading.number()) + "  ";
            out.append("<fo:table-row>").append(entry(look, "font-weight=\"bold\" color=\"" + FoLook.SOFT + "\"", hanging ? spans.text(heading.number()) : ""))
                    .append(entry(look, weight, link + number + spans.text(heading.text()) + "</fo:basic-link>"))
                    .append(entry(look, "text-align=\"end\" " + (first ? weight : ""), link + "<fo:page-number-citation ref-id=\"" + heading.id() + "\"/></fo:basic-link>"))
                    .append("</fo:table-row>\n");
        }
        return out.append("</fo:table-body></fo:table>\n").toString();
    }

    private static String column(double width) {
        return "<fo:table-column column-width=\"" + FoLook.mm(width) + "\"/>";
    }

    private static String entry(String padding, String look, String content) {
        return "<fo:table-cell " + padding + "><fo:block " + look + ">" + content + "</fo:block></fo:table-cell>";
    }
}
