package org.stele.document;

import java.util.List;
import org.stele.drawing.Typeface;
import org.stele.drawing.Xml;
import org.stele.language.Language;

/** Writes lines of text as XSL-FO: each word in a typeface that has its letters, each range kept left to right. */
final class FoSpans {
    /** The Arabic semicolon makes FOP join the letter before it; alone in an inline it does not. */
    private static final String ARABIC_SEMICOLON = "؛";

    private final Language language;
    private int footnotes;

    FoSpans(Language language) {
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
            case Span.Strong strong -> "<fo:inline font-weight=\"bold\">" + write(strong.spans()) + "</fo:inline>";
            case Span.Emphasis emphasis -> "<fo:inline color=\"" + FoLook.STRONG + "\">" + write(emphasis.spans()) + "</fo:inline>";
            case Span.Link link -> link(link);
            case Span.FigureReference figure -> text(figure.text());
            case Span.LeftToRight embedded -> leftToRight(embedded.text());
            case Span.Footnote footnote -> footnote(footnote);
        };
    }

    String text(String text) {
        StringBuilder out = new StringBuilder();
        for (Directions.Piece piece : Directions.pieces(text, language)) {
            out.append(piece.leftToRight() ? leftToRight(piece.text()) : letters(piece.text()));
        }
        return out.toString();
    }

    private static String leftToRight(String text) {
        return "<fo:bidi-override unicode-bidi=\"embed\" direction=\"ltr\">" + letters(text) + "</fo:bidi-override>";
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        for (Typeface.Run run : Typeface.runs(text)) {
            String escaped = Xml.escape(run.text()).replace(ARABIC_SEMICOLON, "<fo:inline>" + ARABIC_SEMICOLON + "</fo:inline>");
            out.append(run.typeface() == Typeface.PLEX_ARABIC ? escaped
                    : "<fo:inline line-height=\"0pt\" font-family=\"" + run.typeface().family() + "\">" + escaped + "</fo:inline>");
        }
        return out.toString();
    }

    /** A link inside the document jumps to its place; a path of the site cannot be followed from paper, so only its words stay. */
    private String link(Span.Link link) {
        String words = write(link.spans());
        if (link.address().startsWith("/")) {
            return words;
        }
        String target = link.address().startsWith("#")
                ? "internal-destination=\"" + Xml.escape(link.address().substring(1)) + "\""
                : "external-destination=\"url('" + Xml.escape(link.address()) + "')\"";
        return "<fo:basic-link " + target + " color=\"" + FoLook.STRONG + "\" fox:alt-text=\"" + Xml.escape(link.address()) + "\">"
                + words + "</fo:basic-link>";
    }

    private String footnote(Span.Footnote footnote) {
        footnotes++;
        String mark = "<fo:inline font-size=\"65%\" baseline-shift=\"35%\" line-height=\"0pt\">" + footnotes + "</fo:inline>";
        return "<fo:footnote>" + mark + "<fo:footnote-body><fo:block " + FoLook.footnote(language) + ">" + mark + " "
                + write(footnote.spans()) + "</fo:block></fo:footnote-body></fo:footnote>";
    }
}
