package org.stele.inspection;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** What a picture tells: its claims, its fingerprint, a small view, and copies with parts blacked out. Always turned as it is meant to be seen. */
final class PictureLook {
    static final float JPEG_QUALITY = 0.85f;
    static final String TOOL = "stele, ImageIO of Java " + Runtime.version().feature();

    private final Report report;

    PictureLook(Report report) {
        this.report = report;
    }

    /** Claims, fingerprint and thumbnail. */
    void at(InputStream in) throws IOException {
        byte[] bytes = all(in);
        if (bytes == null) {
            return;
        }
        Turn turn = turn(EmbeddedClaims.of(new ByteArrayInputStream(bytes), report));
        if (Credentials.in(bytes)) {
            report.finding(What.CREDENTIALS_THERE);
        }
        look(bytes, turn);
    }

    /** Fingerprint and thumbnail only: for a still taken out of a film, whose claims are not the film's. */
    void only(InputStream in) throws IOException {
        byte[] bytes = all(in);
        if (bytes != null) {
            look(bytes, Turn.UPRIGHT);
        }
    }

    private byte @Nullable [] all(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Limits.PICTURE_BYTES + 1);
        if (bytes.length > Limits.PICTURE_BYTES) {
            report.finding(What.PICTURE_FILE, Limits.PICTURE_BYTES >> 20);
            return null;
        }
        return bytes;
    }

    private void look(byte[] bytes, Turn turn) throws IOException {
        PictureFile.Opened opened;
        try {
            opened = new PictureFile(bytes).read();
        } catch (PictureFile.Refused refused) {
            report.finding(refused.finding());
            return;
        }
        Picture picture = opened.picture();
        // The small view first: it also serves where the fingerprint fails.
        BufferedImage small = Smaller.turned(Smaller.than(Limits.THUMBNAIL, picture), turn);
        report.view(new View(jpeg(small), "image/jpeg", small.getWidth(), small.getHeight(), how(opened, turn, "at most " + Limits.THUMBNAIL
                + " pixels on a side, mean of the pixels covered, JPEG quality " + JPEG_QUALITY)));
        Fingerprint asStored = Pdq.of(picture.luma());
        report.fingerprint(asStored.turned(turn));
    }

    /** A copy with regions filled with black, all else pixel by pixel as it was, without any of the original's metadata. */
    void blackOut(InputStream in, List<Region> regions) throws IOException {
        byte[] bytes = all(in);
        if (bytes == null) {
            return;
        }
        try {
            Turn turn = turn(EmbeddedClaims.read(new ByteArrayInputStream(bytes)));
            PictureFile.Opened opened = new PictureFile(bytes).readWhole();
            BufferedImage image = Smaller.turned(opened.picture().plain(), turn);
            for (Region region : regions) {
                if (region.x() >= image.getWidth() || region.y() >= image.getHeight()) {
                    throw new PictureFile.Refused(What.REGION_OUTSIDE, region.toString(), image.getWidth() + " × " + image.getHeight());
                }
            }
            Graphics2D draw = image.createGraphics();
            draw.setColor(Color.BLACK);
            regions.forEach(region -> draw.fillRect(region.x(), region.y(), region.width(), region.height()));
            draw.dispose();
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", new MemoryCacheImageOutputStream(png));
            report.view(new View(png.toByteArray(), "image/png", image.getWidth(), image.getHeight(), how(opened, turn, "blacked out "
                    + regions.stream().map(Region::toString).collect(Collectors.joining(" ")) + ", PNG without loss")));
        } catch (PictureFile.Refused refused) {
            report.finding(refused.finding());
        }
    }

    private static Turn turn(@Nullable Metadata metadata) {
        ExifIFD0Directory exif = metadata == null ? null : metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null ? Turn.UPRIGHT : Turn.ofOrientation(orientation);
    }

    private static String how(PictureFile.Opened opened, Turn turn, String what) {
        return TOOL + ": " + opened.width() + " × " + opened.height() + " pixels"
                + (opened.step() > 1 ? ", every " + opened.step() + "th row and column read" : "")
                + (turn == Turn.UPRIGHT ? "" : ", turned as its EXIF orientation says (" + (turn.ordinal() + 1) + ")")
                + ", colour profile not applied, metadata left out, " + what;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var to = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
