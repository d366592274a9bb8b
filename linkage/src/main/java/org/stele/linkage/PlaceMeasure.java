package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places by the distance between them on the ground: the same name, within so many kilometres, other. Of several places in one value (see
 * {@link Records#SEPARATOR}), such as those of origin and of death, the two nearest count.
 */
public final class PlaceMeasure implements Measure {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** A point in degrees, WGS 84. */
    public record Point(double latitude, double longitude) { }

    private final Function<String, @Nullable Point> gazetteer;
    private final double[] kilometres;

    private PlaceMeasure(Function<String, @Nullable Point> gazetteer, double... kilometres) {
        this.gazetteer = gazetteer;
        this.kilometres = kilometres;
    }

    /** @param gazetteer  where a place of that name or code lies, or null if it is not known
     *  @param kilometres bounds of the levels, smallest first */
    public static PlaceMeasure within(Function<String, @Nullable Point> gazetteer, double... kilometres) {
        return new PlaceMeasure(gazetteer, kilometres.clone());
    }

    @Override
    public List<String> levels() {
        var levels = new ArrayList<>(List.of("equal"));
        Arrays.stream(kilometres).forEach(bound -> levels.add("within %s km".formatted(bound)));
        levels.add("other");
        return levels;
    }

    @Override
    public Agreement over(String[] values) {
        Point[][] points = new Point[values.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = Arrays.stream(values[i].split(String.valueOf(Records.SEPARATOR))).map(gazetteer).filter(Objects::nonNull).toArray(Point[]::new);
        }
        return (a, b) -> {
            double distance = nearest(points[a], points[b]);
            for (int i = 0; i < kilometres.length; i++) {
                if (distance <= kilometres[i]) {
                    return i + 1;
                }
            }
            return kilometres.length + 1;
        };
    }

    private static double nearest(Point[] from, Point[] to) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Point a : from) {
            for (Point b : to) {
                nearest = Math.min(nearest, distance(a, b));
            }
        }
        return nearest;
    }

    /** Kilometres along the great circle. */
    static double distance(Point from, Point to) {
        double sinLat = Math.sin(Math.toRadians(to.latitude - from.latitude) / 2);
        double sinLon = Math.sin(Math.toRadians(to.longitude - from.longitude) / 2);
        double h = sinLat * sinLat + Math.cos(Math.toRadians(from.latitude)) * Math.cos(Math.toRadians(to.latitude)) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
