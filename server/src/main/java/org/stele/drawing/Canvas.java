package org.stele.drawing;

import org.jspecify.annotations.Nullable;
import org.stele.drawing.Typeface.Weight;

/** Where a drawing is put down. Its x runs in reading direction: 0 is where reading starts, so in Arabic everything laid
 *  out here is mirrored by itself; a map takes {@link #raw} and stays as the world is. */
final class Canvas {
    private final Style style;
    private final StringBuilder body = new StringBuilder();
    private boolean linked;

    Canvas(Style style) {
        this.style = style;
    }

    /** Which point of the text stands at x, in reading direction. */
    enum Anchor { START, MIDDLE, END }

    /** How a text looks.
     *  @param halo the colour of a rim around the letters that keeps them readable on a map; null for none */
    record Ink(double size, Weight weight, String colour, @Nullable String halo) {
        static final double SIZE = 13;
        static final Ink TEXT = new Ink(SIZE, Weight.REGULAR, Palette.INK, null);
        static final Ink NUMBER = new Ink(SIZE, Weight.SEMIBOLD, Palette.INK, null);
        static final Ink SMALL = new Ink(11.5, Weight.REGULAR, Palette.SOFT, null);

        Ink sized(double size) {
            return new Ink(size, weight, colour, halo);
        }

        Ink coloured(String colour) {
            return new Ink(size, weight, colour, halo);
        }

        Ink weighing(Weight weight) {
            return new Ink(size, weight, colour, halo);
        }

        double width(String text) {
            return Letters.width(text, size, weight);
        }
    }

    boolean rightToLeft() {
        return style.language().rightToLeft();
    }

    String numeral(long count) {
        return Numerals.write(count, style.digits());
    }

    /** From reading x to the paper's x. */
    double across(double x) {
        return rightToLeft() ? style.width() - x : x;
    }

    void rectangle(double x, double y, double width, double height, String fill) {
        double left = rightToLeft() ? style.width() - x - width : x;
        body.append("<rect x=\"").append(Markup.number(left)).append("\" y=\"").append(Markup.number(y))
                .append("\" width=\"").append(Markup.number(width)).append("\" height=\"").append(Markup.number(height))
                .append("\" fill=\"").append(fill).append("\"/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        body.append("<path d=\"M").append(Markup.number(across(x1))).append(' ').append(Markup.number(y1))
                .append('L').append(Markup.number(across(x2))).append(' ').append(Markup.number(y2))
                .append("\" fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"").append(Markup.number(width))
                .append("\"/>\n");
    }

    /** A text in the drawing's language. */
    void text(String text, double x, double y, Anchor anchor, Ink ink) {
        write(text, across(x), y, anchor, ink, rightToLeft());
    }

    /** A number: left to right in every language. */
    void number(String number, double x, double y, Anchor anchor, Ink ink) {
        Anchor turned = !rightToLeft() || anchor == Anchor.MIDDLE ? anchor : anchor == Anchor.START ? Anchor.END : Anchor.START;
        write(number, across(x), y, turned, ink, false);
    }

    /** A text at a place of the paper (not mirrored), for maps. */
    void textAt(String text, double x, double y, Anchor anchor, Ink ink) {
        write(text, x, y, anchor, ink, rightToLeft());
    }

    /** Markup as it is, in the paper's own coordinates. */
    void raw(String markup) {
        body.append(markup);
    }

    /** Begins what belongs together: named for a pointing reader, and a link to the list behind its number. */
    void open(String title, @Nullable String link) {
        boolean live = style.lettering() == Style.Lettering.LIVE;
        if (live && link != null) {
            linked = true;
            body.append("<a href=\"").append(Xml.escape(link)).append("\" aria-label=\"").append(Xml.escape(title)).append("\">");
        } else {
            body.append("<g>");
        }
        if (live) {
            body.append("<title>").append(Xml.escape(title)).append("</title>");
        }
        body.append('\n');
    }

    void close(@Nullable String link) {
        body.append(style.lettering() == Style.Lettering.LIVE && link != null ? "</a>\n" : "</g>\n");
    }

    /** The whole drawing. Links inside need a group: what is an image to a screen reader has no parts. */
    Svg finish(String description, double height) {
        String size = "width=\"" + Markup.number(style.width()) + "\" height=\"" + Markup.number(height) + "\"";
        String markup = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + Markup.number(style.width()) + " "
                + Markup.number(height) + "\" role=\"" + (linked ? "group" : "img") + "\" aria-label=\"" + Xml.escape(description)
                + "\" overflow=\"visible\" direction=\"" + style.language().direction() + "\" font-family=\"IBM Plex Sans Arabic, IBM Plex Sans, "
                + "Noto Sans, sans-serif\">\n" + body + "</svg>";
        return new Svg(markup, style.width(), height);
    }

    private void write(String text, double x, double y, Anchor anchor, Ink ink, boolean rtl) {
        if (text.isEmpty()) {
            return;
        }
        if (style.lettering() == Style.Lettering.LIVE) {
            live(text, x, y, anchor, ink, rtl);
        } else {
            outlined(text, x, y, anchor, ink, rtl);
        }
    }

    private void live(String text, double x, double y, Anchor anchor, Ink ink, boolean rtl) {
        body.append("<text x=\"").append(Markup.number(x)).append("\" y=\"").append(Markup.number(y)).append('"');
        if (anchor != Anchor.START) {
            body.append(" text-anchor=\"").append(anchor == Anchor.MIDDLE ? "middle" : "end").append('"');
        }
        if (rtl != rightToLeft()) {
            body.append(" direction=\"ltr\"");
        }
        body.append(" font-size=\"").append(Markup.number(ink.size())).append('"');
        if (ink.weight() == Weight.SEMIBOLD) {
            body.append(" font-weight=\"600\"");
        }
        body.append(" fill=\"").append(ink.colour()).append('"').append(rim(ink));
        body.append('>').append(Xml.escape(text)).append("</text>\n");
    }

    private void outlined(String text, double x, double y, Anchor anchor, Ink ink, boolean rtl) {
        double width = ink.width(text);
        boolean fromLeft = (anchor == Anchor.START) != rtl;
        double left = anchor == Anchor.MIDDLE ? x - width / 2 : fromLeft ? x : x - width;
        String path = Letters.outline(text, left, y, ink.size(), ink.weight(), rtl);
        if (ink.halo() != null) {
            body.append("<path d=\"").append(path).append("\" fill=\"none\"").append(stroke(ink)).append("/>\n");
        }
        body.append("<path d=\"").append(path).append("\" fill=\"").append(ink.colour()).append("\"/>\n");
    }

    private static String rim(Ink ink) {
        return ink.halo() == null ? "" : " paint-order=\"stroke\"" + stroke(ink);
    }

    private static String stroke(Ink ink) {
        return " stroke=\"" + ink.halo() + "\" stroke-width=\"2.6\" stroke-linejoin=\"round\"";
    }
}
