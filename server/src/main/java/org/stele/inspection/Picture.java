package org.stele.inspection;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a decoded picture, read row by row as red, green and blue of 0 to 255. Samples are taken as they stand: a colour
 * profile is not applied, so colours may be a little off where a camera uses one, and grey stays the grey it is.
 */
final class Picture {
    private final Raster raster;
    private final @Nullable ColorModel colours;
    private final boolean inks;
    private final int shift;

    private Picture(Raster raster, @Nullable ColorModel colours, boolean inks) {
        this.raster = raster;
        this.colours = colours;
        this.inks = inks;
        this.shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    }

    static Picture of(BufferedImage image) {
        SampleModel samples = image.getSampleModel();
        int space = image.getColorModel().getColorSpace().getType();
        boolean plain = image.getColorModel() instanceof ComponentColorModel && samples.getNumBands() <= 4
                && (samples.getDataType() == DataBuffer.TYPE_BYTE || samples.getDataType() == DataBuffer.TYPE_USHORT);
        boolean inks = plain && space == ColorSpace.TYPE_CMYK && samples.getNumBands() == 4;
        boolean asStored = inks || plain && (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY);
        return new Picture(image.getRaster(), asStored ? null : image.getColorModel(), inks);
    }

    int width() {
        return raster.getWidth();
    }

    int height() {
        return raster.getHeight();
    }

    /** Reads a row into {@code into} as 0xRRGGBB; {@code scratch} holds width × bands. */
    private void row(int y, int[] into, int[] scratch) {
        if (colours != null) {
            Object pixel = null;
            for (int x = 0; x < into.length; x++) {
                pixel = raster.getDataElements(raster.getMinX() + x, raster.getMinY() + y, pixel);
                into[x] = colours.getRGB(pixel) & 0xffffff;
            }
            return;
        }
        int bands = raster.getNumBands();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, into.length, 1, scratch);
        for (int x = 0, at = 0; x < into.length; x++, at += bands) {
            int red = scratch[at] >> shift;
            if (inks) {
                int paper = 255 - (scratch[at + 3] >> shift);
                into[x] = (255 - red) * paper / 255 << 16 | (255 - (scratch[at + 1] >> shift)) * paper / 255 << 8
                        | (255 - (scratch[at + 2] >> shift)) * paper / 255;
            } else if (bands < 3) {
                into[x] = red << 16 | red << 8 | red;
            } else {
                into[x] = red << 16 | scratch[at + 1] >> shift << 8 | scratch[at + 2] >> shift;
            }
        }
    }

    /** Rows as 0xRRGGBB, each handed over in turn; the array is used again for the next. */
    void rows(RowReader reader) {
        var pixels = new int[width()];
        var scratch = new int[width() * raster.getNumBands()];
        for (int y = 0; y < height(); y++) {
            row(y, pixels, scratch);
            reader.row(y, pixels);
        }
    }

    interface RowReader {
        void row(int y, int[] pixels);
    }

    Luma luma() {
        int width = width();
        var values = new float[width * height()];
        rows((y, pixels) -> {
            for (int x = 0; x < width; x++) {
                int pixel = pixels[x];
                values[y * width + x] = Luma.of(pixel >> 16, pixel >> 8 & 255, pixel & 255);
            }
        });
        return new Luma(width, height(), values);
    }

    /** The whole picture without anything but its pixels. */
    BufferedImage plain() {
        var plain = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        rows((y, pixels) -> plain.setRGB(0, y, pixels.length, 1, pixels, 0, pixels.length));
        return plain;
    }
}
