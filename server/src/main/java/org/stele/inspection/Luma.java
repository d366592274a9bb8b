package org.stele.inspection;

/**
 * The brightness of a picture's pixels, row by row: 0 (black) to 255, as ITU-R BT.601 weighs red, green and blue.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param values width × height of them
 */
record Luma(int width, int height, float[] values) {
    Luma {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(width + " × " + height + " pixels need as many values, not " + values.length + ".");
        }
    }

    static float of(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }
}
