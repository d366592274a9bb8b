package org.stele.drawing;

import java.util.List;
import org.stele.language.Text;

/** The shape of one place.
 *  @param code what identifies the place, for example its P-code
 *  @param rings closed rings; holes and islands are told apart by the even-odd rule, so their order does not matter */
public record Area(String code, Text name, List<Ring> rings) {
    public Area {
        rings = List.copyOf(rings);
    }

    /** A closed line; the last point need not repeat the first. */
    public record Ring(List<Point> points) {
        public Ring {
            points = List.copyOf(points);
        }
    }

    /** Degrees, WGS 84. */
    public record Point(double longitude, double latitude) {
    }
}
