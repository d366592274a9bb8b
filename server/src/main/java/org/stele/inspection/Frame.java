package org.stele.inspection;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture as it comes out of a pipe: portable pixmap (PPM, {@code P6}), the simplest form there is, so that reading what a program
 * says that may have been taken over needs next to no parsing.
 *
 * @param rgb red, green and blue of each pixel, row by row
 */
record Frame(int width, int height, byte[] rgb) {
    private static final int HEADER = 40;

    /** The next picture; null at the end. No side may be longer than allowed, or it throws. */
    static @Nullable Frame read(InputStream in, int longest) throws IOException {
        String kind = word(in);
        if (kind == null) {
            return null;
        }
        int width = number(word(in));
        int height = number(word(in));
        if (!kind.equals("P6") || number(word(in)) != 255 || width < 1 || height < 1 || width > longest || height > longest) {
            throw new IOException("no picture of at most " + longest + " pixels on a side");
        }
        byte[] rgb = in.readNBytes(width * height * 3);
        if (rgb.length < width * height * 3) {
            throw new EOFException("a picture that ends early");
        }
        return new Frame(width, height, rgb);
    }

    /** Up to the next blank; null at the end. */
    private static @Nullable String word(InputStream in) throws IOException {
        var word = new byte[HEADER];
        int length = 0;
        for (int next = in.read(); next != ' ' && next != '\n'; next = in.read()) {
            if (next < 0 && length == 0) {
                return null;
            }
            if (next < 0 || length == HEADER) {
                throw new IOException("the header of a picture does not end");
            }
            word[length++] = (byte) next;
        }
        return new String(word, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static int number(@Nullable String word) throws IOException {
        if (word == null || !word.matches("[0-9]{1,6}")) {
            throw new IOException("no number in the header of a picture");
        }
        return Integer.parseInt(word);
    }

    Luma luma() {
        var values = new float[width * height];
        for (int at = 0; at < values.length; at++) {
            values[at] = Luma.of(rgb[at * 3] & 255, rgb[at * 3 + 1] & 255, rgb[at * 3 + 2] & 255);
        }
        return new Luma(width, height, values);
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * height; at++) {
            image.setRGB(at % width, at / width, (rgb[at * 3] & 255) << 16 | (rgb[at * 3 + 1] & 255) << 8 | rgb[at * 3 + 2] & 255);
        }
        return image;
    }
}
