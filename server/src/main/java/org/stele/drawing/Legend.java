package org.stele.drawing;

import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;

/** Which colour means what, in a line above the drawing, begun where reading starts. */
final class Legend {
    private static final double SWATCH = 12;
    private static final double LINE = 20;

    private Legend() {
    }

    /** Draws it where there is more than one name and gives the height it took. */
    static double draw(Canvas canvas, double width, List<String> names) {
        if (names.size() < 2) {
            return 0;
        }
        double x = 0;
        double y = 0;
        for (int i = 0; i < names.size(); i++) {
            double entry = SWATCH + 6 + Ink.TEXT.width(names.get(i)) + 20;
            if (x > 0 && x + entry - 20 > width) {
                x = 0;
                y += LINE;
            }
            canvas.rectangle(x, y + 2, SWATCH, SWATCH, Palette.part(i, names.size()));
            canvas.text(names.get(i), x + SWATCH + 6, y + 12.5, Anchor.START, Ink.TEXT);
            x += entry;
        }
        return y + LINE + 8;
    }
}
