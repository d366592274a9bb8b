package org.stele.inspection;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures made up for tests: a scene of shapes by a seed, no two alike. */
public final class Drawn {

    private Drawn() {
    }

    /** A scene of that size; the same seed gives the same scene at every size. */
    public static BufferedImage scene(long seed, int width, int height) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = image.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        draw.fillRect(0, 0, width, height);
        for (int shape = 0; shape < 40; shape++) {
            draw.setColor(colour(random));
            double size = 0.05 + random.nextDouble() * 0.3;
            draw.fill(new Ellipse2D.Double(random.nextDouble() * width - size * width / 2, random.nextDouble() * height - size * height / 2,
                    size * width, size * height * (0.4 + random.nextDouble())));
        }
        draw.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** The picture's pixels laid another way, as {@link Turn} says. */
    static BufferedImage turned(BufferedImage image, Turn turn) {
        int width = turn.transposes ? image.getHeight() : image.getWidth();
        int height = turn.transposes ? image.getWidth() : image.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int y = turn.mirrorsRows ? height - 1 - row : row;
                int x = turn.mirrorsColumns ? width - 1 - column : column;
                turned.setRGB(column, row, turn.transposes ? image.getRGB(y, x) : image.getRGB(x, y));
            }
        }
        return turned;
    }

    /** As PNG, GIF, BMP or TIFF. */
    public static byte[] as(String format, BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As JPEG of a quality of 0 to 1. */
    public static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
