package org.stele.document;

import java.util.List;
import org.stele.drawing.Style;
import org.stele.drawing.Xml;
import org.stele.language.Language;

/** Writes a document's blocks as HTML. Each drawing is drawn twice, for a wide and for a narrow screen; the style sheet
 *  shows one: text in a shrunk drawing could not be read. */
final class HtmlWriter {
    static final double WIDE = 680;
    static final double NARROW = 340;

    private final Document document;
    private final Language language;
    private final HtmlSpans spans;
    private final StringBuilder out = new StringBuilder();

    HtmlWriter(Document document) {
        this.document = document;
        this.language = document.language();
        this.spans = new HtmlSpans(language);
    }

    String write() {
        out.append("<article class=\"document\" lang=\"").append(language.tag()).append("\" dir=\"").append(language.direction())
                .append("\">\n");
        header();
        document.blocks().forEach(this::block);
        out.append(spans.footnotes());
        return out.append("</article>\n").toString();
    }

    private void header() {
        Document.Metadata metadata = document.metadata();
        out.append("<header class=\"document-title\">\n<p class=\"organisation\">").append(spans.text(metadata.organisation()))
                .append("</p>\n<h1>").append(spans.text(document.title())).append("</h1>\n");
        if (!document.subtitle().isEmpty()) {
            out.append("<p class=\"subtitle\">").append(spans.text(document.subtitle())).append("</p>\n");
        }
        out.append("<p class=\"date\">").append(spans.text(metadata.date())).append("</p>\n");
        if (!metadata.imprint().isEmpty()) {
            out.append("<dl class=\"imprint\">\n");
            for (Document.Imprint line : metadata.imprint()) {
                out.append("<div><dt>").append(spans.text(line.label())).append("</dt><dd>").append(spans.text(line.value()))
                        .append("</dd></div>\n");
            }
            out.append("</dl>\n");
        }
        out.append("</header>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.BulletList list -> list(list.numbered(), list.items());
            case Block.KeyFigures figures -> figures(figures);
            case Table table -> out.append(new HtmlTable(table, spans).write());
            case Block.Illustration illustration -> illustration(illustration);
            case Block.Note note -> note(note);
            case Block.Contents contents -> contents(contents);
            case Block.PageBreak _ -> { }
        }
    }

    private void heading(Block.Heading heading) {
        String name = "h" + (heading.level() + 1);
        out.append('<').append(name).append(" id=\"").append(heading.id()).append("\">");
        if (!heading.number().isEmpty()) {
            out.append("<span class=\"number\">").append(Xml.escape(heading.number())).append("</span> ");
        }
        out.append(spans.text(heading.text())).append("</").append(name).append(">\n");
    }

    private void paragraph(Block.Paragraph paragraph) {
        String kind = switch (paragraph.kind()) {
            case BODY -> "<p>";
            case LEAD -> "<p class=\"lead\">";
            case SMALL -> "<p class=\"small\">";
        };
        out.append(kind).append(spans.write(paragraph.spans())).append("</p>\n");
    }

    private void list(boolean numbered, List<Block.BulletList.Item> items) {
        out.append(numbered ? "<ol>\n" : "<ul>\n");
        for (Block.BulletList.Item item : items) {
            out.append("<li>").append(spans.write(item.spans()));
            if (!item.items().isEmpty()) {
                out.append('\n');
                list(false, item.items());
            }
            out.append("</li>\n");
        }
        out.append(numbered ? "</ol>\n" : "</ul>\n");
    }

    private void figures(Block.KeyFigures figures) {
        out.append("<dl class=\"key-figures\">\n");
        for (Block.KeyFigures.Key key : figures.keys()) {
            out.append("<div><dt>").append(spans.text(key.label()));
            if (!key.detail().isEmpty()) {
                out.append(" <span class=\"detail\">").append(spans.text(key.detail())).append("</span>");
            }
            out.append("</dt><dd>").append(spans.write(key.number())).append("</dd></div>\n");
        }
        out.append("</dl>\n");
    }

    private void illustration(Block.Illustration illustration) {
        out.append("<figure class=\"illustration\" id=\"").append(illustration.id()).append("\">\n<figcaption>")
                .append(spans.text(illustration.caption())).append("</figcaption>\n<div class=\"wide\">")
                .append(illustration.drawing().draw(Style.web(language, WIDE)).markup()).append("</div>\n<div class=\"narrow\">")
                .append(illustration.drawing().draw(Style.web(language, NARROW)).markup()).append("</div>\n");
        if (!illustration.source().isEmpty()) {
            out.append("<p class=\"source\">").append(spans.text(illustration.source())).append("</p>\n");
        }
        out.append("</figure>\n");
    }

    private void note(Block.Note note) {
        out.append("<div class=\"note\" role=\"note\">\n");
        if (!note.title().isEmpty()) {
            out.append("<p class=\"note-title\">").append(spans.text(note.title())).append("</p>\n");
        }
        note.blocks().forEach(this::block);
        out.append("</div>\n");
    }

    private void contents(Block.Contents contents) {
        out.append("<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">")
                .append(spans.text(contents.title())).append("</h2>\n<ul>\n");
        for (Block.Heading heading : document.headings(2)) {
            String number = heading.number().isEmpty() ? "" : "<span class=\"number\">" + Xml.escape(heading.number()) + "</span> ";
            out.append("<li class=\"level-").append(heading.level()).append("\"><a href=\"#").append(heading.id()).append("\">")
                    .append(number).append(spans.text(heading.text())).append("</a></li>\n");
        }
        out.append("</ul>\n</nav>\n");
    }
}
