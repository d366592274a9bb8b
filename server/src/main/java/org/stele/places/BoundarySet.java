package org.stele.places;

import java.util.List;
import org.stele.drawing.Area;
import org.stele.language.Text;

/**
 * The shapes that maps of a programme draw.
 *
 * @param areas      places that figures belong to, by their codes
 * @param unnumbered shapes inside the country that no figure belongs to
 * @param ground     the countries around: one colour, no inner lines
 * @param credit     whose boundaries these are, and that they imply no opinion; printed under every map
 */
public record BoundarySet(List<Area> areas, List<Area> unnumbered, List<Area> ground, Text credit) {
    public BoundarySet {
        areas = List.copyOf(areas);
        unnumbered = List.copyOf(unnumbered);
        ground = List.copyOf(ground);
    }

    /** Whether there is anything to draw. */
    public boolean empty() {
        return areas.isEmpty();
    }
}
