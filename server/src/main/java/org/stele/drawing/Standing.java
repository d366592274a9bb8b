package org.stele.drawing;

import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;
import org.stele.drawing.Typeface.Weight;

/** Columns over a base line, each under its number: what standing bars and months share. */
final class Standing {
    private static final double HEIGHT = 190;
    private static final double LINE = 15;

    private final Canvas canvas;
    private final double pitch;
    private final double base;
    private final double unit;
    private final double size;

    /** @param columns how many columns share the width
     *  @param most the tallest column's count
     *  @param numbersBeside how many numbers stand side by side over one column */
    Standing(Canvas canvas, double width, double top, int columns, long most, int numbersBeside) {
        this.canvas = canvas;
        this.pitch = width / columns;
        this.size = sizeThatFits(canvas.numeral(most), pitch / numbersBeside - 2);
        this.base = top + 18 + HEIGHT;
        this.unit = HEIGHT / Math.max(1, most);
        canvas.line(0, base, width, base, Palette.SOFT, 1);
    }

    private static double sizeThatFits(String widest, double width) {
        double size = Ink.SIZE;
        while (size > 9 && Ink.NUMBER.sized(size).width(widest) > width) {
            size -= 0.5;
        }
        return size;
    }

    double pitch() {
        return pitch;
    }

    /** The height of a count; one stays visible beside a thousand. */
    double height(long count) {
        return count == 0 ? 0 : Math.max(1, count * unit);
    }

    /** One column, or one of several side by side.
     *  @param from where it stands on another one of the same stack */
    void column(double x, double width, long from, Datum datum, String colour) {
        if (datum.count() > 0) {
            double gap = from > 0 ? 1 : 0;
            canvas.rectangle(x, base - height(from) - height(datum.count()), width, height(datum.count()) - gap, colour);
        }
    }

    void number(long count, double middle, boolean strong) {
        Ink ink = Ink.NUMBER.sized(size).weighing(strong ? Weight.SEMIBOLD : Weight.REGULAR);
        canvas.number(canvas.numeral(count), middle, base - height(count) - 6, Anchor.MIDDLE, ink);
    }

    /** Names the column; gives the height the name took. */
    double name(List<String> lines, double middle, boolean strong) {
        Ink ink = Ink.TEXT.sized(Math.min(12.5, size + 1)).weighing(strong ? Weight.SEMIBOLD : Weight.REGULAR);
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(lines.get(i), middle, base + 17 + i * LINE, Anchor.MIDDLE, ink);
        }
        return 6 + lines.size() * LINE;
    }

    double base() {
        return base;
    }
}
