package org.stele.drawing;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Measures, breaks and outlines lines of text, in the same letters live text is shown in. */
final class Letters {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Letters() {
    }

    /** Width in SVG units; 0 for an empty text. */
    static double width(String text, double size, Typeface.Weight weight) {
        return text.isEmpty() ? 0 : layout(text, size, weight, false).getAdvance();
    }

    /** The outlines as path data, the text beginning at the left at the given base line. */
    static String outline(String text, double x, double y, double size, Typeface.Weight weight, boolean rightToLeft) {
        Shape shape = layout(text, size, weight, rightToLeft).getOutline(AffineTransform.getTranslateInstance(x, y));
        return path(shape.getPathIterator(null));
    }

    /** Breaks at spaces (and after a slash) into as few lines as possible, no wider than asked unless one word is, and then
     *  into lines of about equal length: a last line of one word looks like a slip. */
    static List<String> lines(String text, double width, double size, Typeface.Weight weight) {
        List<String> best = filled(text, width, size, weight);
        double from = width / 2;
        double to = width;
        for (int round = 0; best.size() > 1 && round < 5; round++) {
            double middle = (from + to) / 2;
            List<String> narrower = filled(text, middle, size, weight);
            if (narrower.size() > best.size()) {
                from = middle;
            } else {
                to = middle;
                best = narrower;
            }
        }
        return best;
    }

    private static List<String> filled(String text, double width, double size, Typeface.Weight weight) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.trim().split("(?<=/)(?=\\S)|(?<=\\s)(?=\\S)")) {
            String longer = line + word;
            if (!line.isEmpty() && width(longer.strip(), size, weight) > width) {
                lines.add(line.strip());
                longer = word;
            }
            line = longer;
        }
        lines.add(line.strip());
        return lines;
    }

    private static TextLayout layout(String text, double size, Typeface.Weight weight, boolean rightToLeft) {
        List<Typeface.Run> runs = Typeface.runs(text);
        StringBuilder whole = new StringBuilder();
        runs.forEach(run -> whole.append(run.text()));
        AttributedString attributed = new AttributedString(whole.toString());
        int start = 0;
        for (Typeface.Run run : runs) {
            int end = start + run.text().length();
            attributed.addAttribute(TextAttribute.FONT, run.typeface().font(weight).deriveFont((float) size), start, end);
            start = end;
        }
        attributed.addAttribute(TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return new TextLayout(attributed.getIterator(), EXACT);
    }

    private static String path(PathIterator shape) {
        StringBuilder out = new StringBuilder();
        double[] at = new double[6];
        for (; !shape.isDone(); shape.next()) {
            int points = switch (shape.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(out, 'M', 1);
                case PathIterator.SEG_LINETO -> append(out, 'L', 1);
                case PathIterator.SEG_QUADTO -> append(out, 'Q', 2);
                case PathIterator.SEG_CUBICTO -> append(out, 'C', 3);
                default -> append(out, 'Z', 0);
            };
            for (int i = 0; i < points * 2; i++) {
                out.append(i == 0 ? "" : " ").append(Markup.number(at[i]));
            }
        }
        return out.toString();
    }

    private static int append(StringBuilder out, char command, int points) {
        out.append(command);
        return points;
    }
}
