package org.stele.inspection;

/**
 * Smooths a picture by running means along rows and columns, twice over: nearly a bell curve, in time that does not depend on how
 * wide it is. The window is a 128th of the picture's side, rounded up.
 */
final class JaroszFilter {
    private static final int WINDOWS = 128;

    private JaroszFilter() {
    }

    /** The smoothed values, in a new array. */
    static float[] twice(Luma picture) {
        int width = picture.width();
        int height = picture.height();
        int along = (width + WINDOWS - 1) / WINDOWS;
        int down = (height + WINDOWS - 1) / WINDOWS;
        float[] values = picture.values().clone();
        var other = new float[values.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < height; row++) {
                runningMean(values, other, row * width, width, along);
            }
            runningMeans(other, values, width, height, down);
        }
        return values;
    }

    /** At each place the mean of the window around it, or of as much of the window as lies inside. */
    private static void runningMean(float[] from, float[] to, int start, int length, int window) {
        int before = window - (window + 2) / 2;
        int after = (window + 2) / 2 - 1;
        float sum = 0;
        int count = 0;
        for (int at = 0; at < Math.min(after, length); at++) {
            sum += from[start + at];
            count++;
        }
        for (int at = 0; at < length; at++) {
            if (at + after < length) {
                sum += from[start + at + after];
                count++;
            }
            if (at - before - 1 >= 0) {
                sum -= from[start + at - before - 1];
                count--;
            }
            to[start + at] = sum / count;
        }
    }

    /** The same down all columns at once, since memory is read fastest by the row. */
    private static void runningMeans(float[] from, float[] to, int width, int height, int window) {
        int before = window - (window + 2) / 2;
        int after = (window + 2) / 2 - 1;
        var sums = new float[width];
        int count = 0;
        for (int row = 0; row < Math.min(after, height); row++) {
            add(sums, from, row * width, 1);
            count++;
        }
        for (int row = 0; row < height; row++) {
            if (row + after < height) {
                add(sums, from, (row + after) * width, 1);
                count++;
            }
            if (row - before - 1 >= 0) {
                add(sums, from, (row - before - 1) * width, -1);
                count--;
            }
            for (int column = 0; column < width; column++) {
                to[row * width + column] = sums[column] / count;
            }
        }
    }

    private static void add(float[] sums, float[] from, int start, int sign) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += sign * from[start + column];
        }
    }
}
