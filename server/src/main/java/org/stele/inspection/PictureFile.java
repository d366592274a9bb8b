package org.stele.inspection;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens the file of a picture: first how large it says it is, and its pixels only if they are not too many. */
final class PictureFile {
    private static final WebPImageReaderSpi WEBP = new WebPImageReaderSpi();

    private final byte[] bytes;

    PictureFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Why a picture is not opened. */
    static final class Refused extends IOException {
        private final transient Finding finding;

        Refused(What what, Object... values) {
            this.finding = Finding.of(what, values);
        }

        Finding finding() {
            return finding;
        }
    }

    /**
     * A picture and how it was read.
     *
     * @param step 1: every pixel; 2: every second row and column; and so on
     */
    record Opened(Picture picture, int width, int height, int step) {
    }

    /** The pixels, thinned out where there are more than {@link Limits#PIXELS_READ}. */
    Opened read() throws IOException {
        return open(false);
    }

    /** All pixels, or a refusal. */
    Opened readWhole() throws IOException {
        return open(true);
    }

    private Opened open(boolean whole) throws IOException {
        ImageIO.setUseCache(false);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            IIORegistry.getDefaultInstance().registerServiceProvider(WEBP);
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused(What.PICTURE_NO_READER);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, whole);
            } catch (RuntimeException broken) {
                // The readers of the Java library answer broken files with whatever breaks first.
                throw new Refused(What.PICTURE_UNDECODABLE, broken.toString());
            } finally {
                reader.dispose();
            }
        }
    }

    private Opened read(ImageReader reader, boolean whole) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        String size = width + " × " + height;
        if (width < 1 || height < 1 || width > Limits.SIDE || height > Limits.SIDE || pixels > Limits.PIXELS) {
            throw new Refused(What.PICTURE_DIMENSIONS, size, Limits.SIDE, Limits.PIXELS / 1_000_000);
        }
        boolean atOnce = whole || JpegHeader.inSeveralScans(bytes) || reader.getOriginatingProvider() == WEBP;
        if (atOnce && pixels > Limits.PIXELS_AT_ONCE) {
            throw new Refused(What.PICTURE_AT_ONCE, size, Limits.PIXELS_AT_ONCE / 1_000_000);
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = 1;
        while (!whole && (pixels / step) / step > Limits.PIXELS_READ) {
            step++;
        }
        how.setSourceSubsampling(step, step, 0, 0);
        return new Opened(decoded(reader, how), width, height, step);
    }

    private static Picture decoded(ImageReader reader, ImageReadParam how) throws IOException {
        try {
            return Picture.of(reader.read(0, how));
        } catch (IIOException broken) {
            throw new Refused(What.PICTURE_UNDECODABLE, String.valueOf(broken.getMessage()));
        }
    }
}
