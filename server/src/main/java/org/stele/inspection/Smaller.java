package org.stele.inspection;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Makes a picture small: each new pixel is the mean of those it covers, so that nothing in between is missed. */
final class Smaller {
    private Smaller() {
    }

    /** A copy no wider and no higher than {@code side} pixels, of the same proportions; a smaller picture keeps its size. */
    static BufferedImage than(int side, Picture picture) {
        int width = picture.width();
        int height = picture.height();
        double scale = Math.min(1, (double) side / Math.max(width, height));
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        var sums = new long[newWidth * 3];
        var counts = new int[newWidth];
        var small = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        var columns = new int[width];
        for (int x = 0; x < width; x++) {
            columns[x] = (int) ((long) x * newWidth / width);
        }
        picture.rows((y, pixels) -> {
            int row = (int) ((long) y * newHeight / height);
            for (int x = 0; x < width; x++) {
                int column = columns[x];
                sums[column * 3] += pixels[x] >> 16;
                sums[column * 3 + 1] += pixels[x] >> 8 & 255;
                sums[column * 3 + 2] += pixels[x] & 255;
                counts[column]++;
            }
            boolean last = y + 1 == height || (int) ((y + 1L) * newHeight / height) != row;
            if (last) {
                for (int column = 0; column < newWidth; column++) {
                    int count = counts[column];
                    small.setRGB(column, row, (int) (sums[column * 3] / count) << 16 | (int) (sums[column * 3 + 1] / count) << 8
                            | (int) (sums[column * 3 + 2] / count));
                }
                Arrays.fill(sums, 0);
                Arrays.fill(counts, 0);
            }
        });
        return small;
    }

    /** The picture as it was meant to be shown. */
    static BufferedImage turned(BufferedImage image, Turn turn) {
        if (turn == Turn.UPRIGHT) {
            return image;
        }
        int width = turn.transposes ? image.getHeight() : image.getWidth();
        int height = turn.transposes ? image.getWidth() : image.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            int y = turn.mirrorsRows ? height - 1 - row : row;
            for (int column = 0; column < width; column++) {
                int x = turn.mirrorsColumns ? width - 1 - column : column;
                turned.setRGB(column, row, turn.transposes ? image.getRGB(y, x) : image.getRGB(x, y));
            }
        }
        return turned;
    }
}
