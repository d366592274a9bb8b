package org.stele.drawing;

import java.util.Comparator;
import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;
import org.stele.drawing.MapLabels.Beside;
import org.stele.drawing.MapLabels.Inside;
import org.stele.drawing.Typeface.Weight;

/** Writes the names and numbers of a map where {@link MapLabels} found room for them. */
record MapWriting(Canvas canvas, Style style, Shades shades, Ink name, Ink number) {
    private static final double BETWEEN = 5;
    private static final double LIST_LINE = 18;

    /** Over the areas, in a rim of their colour; a click goes through to the area. */
    void inside(List<Inside> labels) {
        canvas.raw("<g pointer-events=\"none\">\n");
        for (Inside label : labels) {
            String fill = shades.colour(label.shaded().datum().count());
            double x = label.middle().getX();
            double y = label.middle().getY();
            if (label.named()) {
                canvas.textAt(words(label.shaded()), x, y - 2, Anchor.MIDDLE,
                        new Ink(name.size(), Weight.REGULAR, Palette.on(fill), fill));
            }
            canvas.textAt(count(label.shaded()), x, label.named() ? y + number.size() : y + number.size() * 0.36, Anchor.MIDDLE,
                    new Ink(number.size(), Weight.SEMIBOLD, Palette.on(fill), fill));
        }
        canvas.raw("</g>\n");
    }

    /** At a side, each with a line to its area.
     *  @param edge where the country's room begins on that side */
    void beside(List<Beside> labels, double edge, boolean left) {
        for (Beside label : labels) {
            double end = left ? edge - 4 : edge + 4;
            leader(end, label.y(), label.target().getX(), label.target().getY());
            double width = name.width(words(label.shaded())) + BETWEEN + number.width(count(label.shaded()));
            double start = left ? end - 4 - width : end + 4;
            double nameMiddle = name.width(words(label.shaded())) / 2;
            double numberMiddle = width - number.width(count(label.shaded())) / 2;
            boolean rtl = style.language().rightToLeft();
            canvas.open(words(label.shaded()) + ": " + count(label.shaded()), label.shaded().datum().link());
            canvas.textAt(words(label.shaded()), rtl ? start + width - nameMiddle : start + nameMiddle, label.y() + 4, Anchor.MIDDLE, name);
            canvas.textAt(count(label.shaded()), rtl ? start + width - numberMiddle : start + numberMiddle, label.y() + 4, Anchor.MIDDLE, number);
            canvas.close(label.shaded().datum().link());
        }
    }

    private void leader(double fromX, double fromY, double toX, double toY) {
        canvas.raw("<path d=\"M" + Markup.number(fromX) + " " + Markup.number(fromY) + "L" + Markup.number(toX) + " " + Markup.number(toY)
                + "\" fill=\"none\" stroke=\"" + Palette.INK + "\" stroke-width=\"0.7\"/>\n<circle cx=\"" + Markup.number(toX)
                + "\" cy=\"" + Markup.number(toY) + "\" r=\"2\" fill=\"" + Palette.INK + "\" stroke=\"" + Palette.PAPER
                + "\" stroke-width=\"0.8\"/>\n");
    }

    /** All areas in two columns, most first: for a narrow sheet, where a map has no room for names. Gives its lower edge. */
    double list(List<AreaMap.Shaded> areas, double top) {
        List<AreaMap.Shaded> sorted = areas.stream()
                .sorted(Comparator.comparingLong((AreaMap.Shaded shaded) -> shaded.datum().count()).reversed()).toList();
        int rows = (sorted.size() + 1) / 2;
        double column = style.width() / 2;
        for (int i = 0; i < sorted.size(); i++) {
            AreaMap.Shaded shaded = sorted.get(i);
            double start = i < rows ? 0 : column + 10;
            double base = top + (i % rows) * LIST_LINE + 13;
            canvas.open(words(shaded) + ": " + count(shaded), shaded.datum().link());
            canvas.text(words(shaded), start, base, Anchor.START, Ink.TEXT.sized(12));
            canvas.number(count(shaded), start + column - 10, base, Anchor.END, Ink.NUMBER.sized(12));
            canvas.close(shaded.datum().link());
            canvas.line(start, base + 4.5, start + column - 10, base + 4.5, Palette.GROUND, 1);
        }
        return top + rows * LIST_LINE + 4;
    }

    private String words(AreaMap.Shaded shaded) {
        return shaded.area().name().in(style.language());
    }

    private String count(AreaMap.Shaded shaded) {
        return canvas.numeral(shaded.datum().count());
    }
}
