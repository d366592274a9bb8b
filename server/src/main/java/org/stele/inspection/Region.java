package org.stele.inspection;

import java.util.List;

/**
 * A rectangle of a picture as it is shown, in pixels from its upper left corner. What lies outside the picture is cut off.
 */
public record Region(int x, int y, int width, int height) {

    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("A region is x,y,width,height in pixels from the upper left corner, width and height at least 1, not "
                    + x + "," + y + "," + width + "," + height + ".");
        }
    }

    /** Reads {@code x,y,width,height}. */
    public static Region parse(String text) {
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() != 4 || !parts.stream().allMatch(part -> part.strip().matches("\\d{1,6}"))) {
            throw new IllegalArgumentException("A region is x,y,width,height in pixels, for example 120,40,300,200, not '" + text + "'.");
        }
        List<Integer> numbers = parts.stream().map(part -> Integer.parseInt(part.strip())).toList();
        return new Region(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}
