package org.stele.document;

import java.util.ArrayList;
import java.util.List;
import org.stele.drawing.Xml;
import org.stele.language.Language;

/** Writes lines of text as HTML and gathers their footnotes, which stand at the end of the page. */
final class HtmlSpans {
    private final Language language;
    private final List<List<Span>> footnotes = new ArrayList<>();

    HtmlSpans(Language language) {
        this.language = language;
    }

    String write(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        spans.forEach(span -> out.append(write(span)));
        return out.toString();
    }

    String write(Span span) {
        return switch (span) {
            case Span.Plain plain -> text(plain.text());
            case Span.Strong strong -> "<strong>" + write(strong.spans()) + "</strong>";
            case Span.Emphasis emphasis -> "<em>" + write(emphasis.spans()) + "</em>";
            case Span.Link link -> "<a href=\"" + Xml.escape(link.address()) + "\">" + write(link.spans()) + "</a>";
            case Span.FigureReference figure -> "<a class=\"figure\" href=\"" + Xml.escape(figure.address()) + "\">"
                    + text(figure.text()) + "</a>";
            case Span.LeftToRight embedded -> "<bdi dir=\"ltr\">" + Xml.escape(embedded.text()) + "</bdi>";
            case Span.Footnote footnote -> mark(footnote);
        };
    }

    String text(String text) {
        StringBuilder out = new StringBuilder();
        for (Directions.Piece piece : Directions.pieces(text, language)) {
            String escaped = Xml.escape(piece.text());
            out.append(piece.leftToRight() ? "<bdi dir=\"ltr\">" + escaped + "</bdi>" : escaped);
        }
        return out.toString();
    }

    private String mark(Span.Footnote footnote) {
        footnotes.add(footnote.spans());
        int n = footnotes.size();
        return "<sup><a id=\"note-" + n + "-mark\" href=\"#note-" + n + "\" role=\"doc-noteref\">" + n + "</a></sup>";
    }

    /** The notes themselves, or nothing where there are none. */
    String footnotes() {
        if (footnotes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"notes-title\">\n")
                .append("<h2 id=\"notes-title\">").append(Words.NOTES.in(language)).append("</h2>\n<ol>\n");
        for (int i = 0; i < footnotes.size(); i++) {
            int n = i + 1;
            out.append("<li id=\"note-").append(n).append("\">").append(write(footnotes.get(i)))
                    .append(" <a href=\"#note-").append(n).append("-mark\" role=\"doc-backlink\" aria-label=\"")
                    .append(Words.BACK.in(language)).append("\">↩</a></li>\n");
        }
        return out.append("</ol>\n</section>\n").toString();
    }
}
