package org.stele.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;

/**
 * Pictures for the demonstration: a street of coloured boxes, drawn from a number, with DEMONSTRATION written across it. Nobody is in them.
 * The letters are drawn from points, so that no font needs to be on the machine.
 */
final class Pictures {

    private static final String MARK = "DEMONSTRATION";
    /** Seven lines of five points, from the top; a set bit is a point. */
    private static final Map<Character, int[]> LETTERS = Map.of(
            'D', new int[] {30, 17, 17, 17, 17, 17, 30}, 'E', new int[] {31, 16, 16, 30, 16, 16, 31}, 'M', new int[] {17, 27, 21, 21, 17, 17, 17},
            'O', new int[] {14, 17, 17, 17, 17, 17, 14}, 'N', new int[] {17, 25, 21, 19, 17, 17, 17}, 'S', new int[] {15, 16, 16, 14, 1, 1, 30},
            'T', new int[] {31, 4, 4, 4, 4, 4, 4}, 'R', new int[] {30, 17, 17, 30, 20, 18, 17}, 'A', new int[] {14, 17, 17, 31, 17, 17, 17},
            'I', new int[] {14, 4, 4, 4, 4, 4, 14});
    private static final int POINTS = MARK.length() * 6 + 3;

    private Pictures() {
    }

    /** A picture of a number, the same at every size.
     *  @param format {@code png} or {@code jpg} */
    static byte[] picture(int number, int width, int height, String format) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_201_100L + number);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = image.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setPaint(new GradientPaint(0, 0, colour(random), 0, height, colour(random)));
        draw.fillRect(0, 0, width, height);
        for (int house = 0; house < 14; house++) {
            double wide = 0.06 + random.nextDouble() * 0.2;
            double high = 0.1 + random.nextDouble() * 0.6;
            draw.setColor(colour(random));
            draw.fill(new Rectangle2D.Double(random.nextDouble(-0.05, 0.95) * width, (0.95 - high) * height, wide * width, high * height));
        }
        mark(draw, width, height);
        draw.dispose();
        return encoded(image, format);
    }

    /** The word, in dark points on a light band across the upper part. */
    private static void mark(Graphics2D draw, int width, int height) {
        double point = (double) width / POINTS;
        double top = height * 0.08;
        draw.setColor(Color.WHITE);
        draw.fill(new Rectangle2D.Double(0, top, width, 11 * point));
        draw.setColor(Color.BLACK);
        for (int i = 0; i < MARK.length(); i++) {
            int[] lines = LETTERS.get(MARK.charAt(i));
            for (int y = 0; y < 7; y++) {
                for (int x = 0; x < 5; x++) {
                    if ((lines[y] & 16 >> x) != 0) {
                        draw.fill(new Rectangle2D.Double((2 + 6 * i + x) * point, top + (2 + y) * point, point, point));
                    }
                }
            }
        }
    }

    private static Color colour(RandomGenerator random) {
        return new Color(random.nextInt(40, 240), random.nextInt(40, 240), random.nextInt(40, 240));
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("This Java writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
