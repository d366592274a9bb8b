package org.stele.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.drawing.Canvas.Ink;

/** Where the names and numbers of a map stand: inside their area where they fit, else beside the country with a line to it. */
final class MapLabels {
    private static final int GRID = 36;

    private MapLabels() {
    }

    /** A label over its area.
     *  @param middle of its two lines, or of the number alone
     *  @param named whether there is room for the name */
    record Inside(AreaMap.Shaded shaded, Point2D middle, boolean named) {
    }

    /** A label at the side, led to a point in its area. */
    record Beside(AreaMap.Shaded shaded, Point2D target, double y) {
    }

    /** The middle of a box of this size inside an area, as near its visual centre as can be; null where none fits. */
    static @Nullable Point2D middle(Path2D area, double width, double height) {
        Point2D heart = heart(area);
        Rectangle2D bounds = area.getBounds2D();
        Point2D best = null;
        for (int i = 1; i < GRID; i++) {
            for (int j = 1; j < GRID; j++) {
                double x = bounds.getX() + bounds.getWidth() * i / GRID;
                double y = bounds.getY() + bounds.getHeight() * j / GRID;
                if ((best == null || heart.distance(x, y) < heart.distance(best))
                        && area.contains(x - width / 2, y - height / 2, width, height)) {
                    best = new Point2D.Double(x, y);
                }
            }
        }
        return best;
    }

    /** The middle of the largest square inside an area, of several the most central: the area's visual centre, inside even
     *  where the area is a crescent. */
    static Point2D heart(Path2D area) {
        Rectangle2D bounds = area.getBounds2D();
        Point2D centre = new Point2D.Double(bounds.getCenterX(), bounds.getCenterY());
        Point2D best = centre;
        double reach = 0;
        double step = Math.max(bounds.getWidth(), bounds.getHeight()) / 80;
        for (int i = 1; i < GRID; i++) {
            for (int j = 1; j < GRID; j++) {
                Point2D point = new Point2D.Double(bounds.getX() + bounds.getWidth() * i / GRID, bounds.getY() + bounds.getHeight() * j / GRID);
                boolean larger = holds(area, point, reach + step);
                if (larger || holds(area, point, reach) && point.distance(centre) < best.distance(centre)) {
                    best = point;
                }
                while (holds(area, point, reach + step)) {
                    reach += step;
                }
            }
        }
        return best;
    }

    private static boolean holds(Path2D area, Point2D middle, double reach) {
        return reach > 0 && area.contains(middle.getX() - reach, middle.getY() - reach, 2 * reach, 2 * reach);
    }

    /** Spreads labels of one side over its height, in the order of their targets, so that lines do not cross. */
    static List<Beside> spread(List<Beside> labels, double top, double bottom, double pitch) {
        List<Beside> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(label -> label.target().getY()));
        double[] y = new double[sorted.size()];
        double below = top;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(below, sorted.get(i).target().getY());
            below = y[i] + pitch;
        }
        double above = bottom;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], above);
            above = y[i] - pitch;
        }
        for (int i = 0; i < y.length; i++) {
            sorted.set(i, new Beside(sorted.get(i).shaded(), sorted.get(i).target(), y[i]));
        }
        return sorted;
    }

    /** The width of a side label: name, a space, number. */
    static double width(String name, String number, Ink nameInk, Ink numberInk) {
        return nameInk.width(name) + 5 + numberInk.width(number);
    }
}
