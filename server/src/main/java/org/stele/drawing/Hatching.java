package org.stele.drawing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Oblique lines over a shape that has no number: no shade of any class, in colour or in grey. Drawn as a shape, since a
 *  pattern would need an id that two drawings of a page might share. */
final class Hatching {
    private static final double PITCH = 3.6;
    private static final double THICKNESS = 1.1;

    private Hatching() {
    }

    static String over(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        Path2D lines = new Path2D.Double();
        for (double x = bounds.getMinX() - bounds.getHeight(); x < bounds.getMaxX(); x += PITCH) {
            lines.moveTo(x, bounds.getMaxY());
            lines.lineTo(x + bounds.getHeight(), bounds.getMinY());
            lines.lineTo(x + bounds.getHeight() + THICKNESS, bounds.getMinY());
            lines.lineTo(x + THICKNESS, bounds.getMaxY());
            lines.closePath();
        }
        Area hatch = new Area(lines);
        hatch.intersect(new Area(shape));
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = hatch.getPathIterator(null, 0.2); !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            data.append(segment == PathIterator.SEG_CLOSE ? "Z" : (segment == PathIterator.SEG_MOVETO ? "M" : "L")
                    + Markup.coarse(at[0]) + " " + Markup.coarse(at[1]));
        }
        return data.isEmpty() ? "" : "<path d=\"" + data + "\" fill=\"" + Palette.SOFT + "\"/>\n";
    }
}
