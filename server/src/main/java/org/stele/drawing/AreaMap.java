package org.stele.drawing;

import java.util.List;

/** A map of areas shaded by number, darker for more, with each number written.
 *  @param areas in any order; a shape without a number of its own (a demilitarised zone, say) goes to {@code unnumbered}
 *  @param unnumbered shapes inside the country that no number belongs to
 *  @param ground the countries around: one colour and no inner borders, so that the map takes no side on them
 *  @param notes printed under the map, part of the drawing so that they cannot be parted from it: how many have no known
 *               place, whose boundaries these are, and that they imply no opinion */
public record AreaMap(String description, List<Shaded> areas, List<Area> unnumbered, List<Area> ground, List<String> notes)
        implements Drawing {

    public AreaMap {
        areas = List.copyOf(areas);
        unnumbered = List.copyOf(unnumbered);
        ground = List.copyOf(ground);
        notes = List.copyOf(notes);
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("A map needs at least one area: " + description);
        }
    }

    @Override
    public Svg draw(Style style) {
        return new MapSheet(this, style).draw();
    }

    /** An area and its number. */
    public record Shaded(Area area, Datum datum) {
    }
}
