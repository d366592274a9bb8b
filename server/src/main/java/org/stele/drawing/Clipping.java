package org.stele.drawing;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Cuts rings at the edges of a frame (Sutherland and Hodgman, 1974): edge after edge, keeping what lies inside. A ring cut
 *  into several pieces stays one ring whose pieces are joined along the frame, where the join is not seen. */
final class Clipping {
    private Clipping() {
    }

    static List<Point2D> inside(Rectangle2D frame, List<Point2D> ring) {
        List<Point2D> kept = ring;
        for (Edge edge : new Edge[] {new Edge(true, frame.getMinX(), 1), new Edge(true, frame.getMaxX(), -1),
                new Edge(false, frame.getMinY(), 1), new Edge(false, frame.getMaxY(), -1)}) {
            kept = cut(kept, edge);
        }
        return kept;
    }

    private static List<Point2D> cut(List<Point2D> ring, Edge edge) {
        List<Point2D> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Point2D here = ring.get(i);
            Point2D before = ring.get((i + ring.size() - 1) % ring.size());
            double in = edge.inside(here);
            double was = edge.inside(before);
            if (in < 0 != was < 0) {
                double share = was / (was - in);
                kept.add(new Point2D.Double(before.getX() + share * (here.getX() - before.getX()),
                        before.getY() + share * (here.getY() - before.getY())));
            }
            if (in >= 0) {
                kept.add(here);
            }
        }
        return kept;
    }

    /** One edge of the frame.
     *  @param side 1 where larger coordinates are inside, -1 where smaller ones are */
    private record Edge(boolean vertical, double at, int side) {
        double inside(Point2D point) {
            return side * ((vertical ? point.getX() : point.getY()) - at);
        }
    }
}
