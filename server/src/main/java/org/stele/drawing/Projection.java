package org.stele.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Longitude and latitude to the paper: equirectangular with the cosine of the middle latitude, true enough for a country. */
record Projection(double west, double north, double scaleX, double scaleY, double left, double top) {

    /** Fits areas into a width, or into a height where that is tighter, and then in the middle of the width. */
    static Projection fitting(List<Area> areas, double left, double top, double width, double height) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Area area : areas) {
            for (Area.Ring ring : area.rings()) {
                for (Area.Point point : ring.points()) {
                    west = Math.min(west, point.longitude());
                    east = Math.max(east, point.longitude());
                    south = Math.min(south, point.latitude());
                    north = Math.max(north, point.latitude());
                }
            }
        }
        if (!(east > west && north > south)) {
            throw new IllegalArgumentException("The areas of a map have no extent");
        }
        double stretch = 1 / Math.cos(Math.toRadians((south + north) / 2));
        double scale = Math.min(width / (east - west), height / ((north - south) * stretch));
        double middle = (width - scale * (east - west)) / 2;
        return new Projection(west, north, scale, scale * stretch, left + middle, top);
    }

    double x(double longitude) {
        return left + (longitude - west) * scaleX;
    }

    double y(double latitude) {
        return top + (north - latitude) * scaleY;
    }

    /** The area on paper; holes and islands by the even-odd rule. */
    Path2D path(Area area) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Area.Ring ring : area.rings()) {
            boolean first = true;
            for (Area.Point point : ring.points()) {
                if (first) {
                    path.moveTo(x(point.longitude()), y(point.latitude()));
                } else {
                    path.lineTo(x(point.longitude()), y(point.latitude()));
                }
                first = false;
            }
            if (!first) {
                path.closePath();
            }
        }
        return path;
    }

    /** The same as path data. Points nearer than a third of a unit to the one before are left out: no eye sees them. */
    String data(Area area) {
        StringBuilder data = new StringBuilder();
        for (Area.Ring ring : area.rings()) {
            append(data, onPaper(ring), 0.33);
        }
        return data.toString();
    }

    /** Path data of what lies inside a frame, coarser: for the ground, whose countries reach far beyond it. */
    String data(Area area, Rectangle2D frame) {
        StringBuilder data = new StringBuilder();
        for (Area.Ring ring : area.rings()) {
            append(data, Clipping.inside(frame, onPaper(ring)), 0.8);
        }
        return data.toString();
    }

    private List<Point2D> onPaper(Area.Ring ring) {
        return ring.points().stream().<Point2D>map(p -> new Point2D.Double(x(p.longitude()), y(p.latitude()))).toList();
    }

    private static void append(StringBuilder data, List<Point2D> ring, double tolerance) {
        Point2D last = null;
        for (Point2D point : ring) {
            if (last == null || point.distance(last) > tolerance) {
                data.append(last == null ? 'M' : 'L').append(Markup.coarse(point.getX())).append(' ').append(Markup.coarse(point.getY()));
                last = point;
            }
        }
        data.append(last == null ? "" : "Z");
    }
}
