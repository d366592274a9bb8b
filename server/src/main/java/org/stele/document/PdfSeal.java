package org.stele.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.stele.fixity.Digest;

/** Takes the moment of printing out of a PDF: FOP writes the clock into the metadata's date and a chance value into the
 *  file's id. The date becomes the edition's own, the id a digest of the contents, so that the same edition printed again is
 *  the same file, byte by byte (in the same time zone), and its published digest can be checked. Lengths stay as they are,
 *  since a PDF counts its bytes. */
final class PdfSeal {
    private static final String CLOCK = "<xmp:MetadataDate>";
    private static final String CREATED = "<xmp:CreateDate>";
    private static final String ID = "/ID [<";
    private static final int ID_LENGTH = 32;

    private PdfSeal() {
    }

    static byte[] seal(byte[] pdf) {
        StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        int created = text.indexOf(CREATED) + CREATED.length();
        int clock = text.indexOf(CLOCK) + CLOCK.length();
        int id = text.lastIndexOf(ID) + ID.length();
        int length = text.indexOf("<", created) - created;
        if (created < CREATED.length() || clock < CLOCK.length() || id < ID.length() || text.indexOf("<", clock) - clock != length) {
            throw new IllegalStateException("FOP writes its dates and its id in another way than known; the seal must learn it");
        }
        text.replace(clock, clock + length, text.substring(created, created + length));
        int second = id + ID_LENGTH + "> <".length();
        String none = "0".repeat(ID_LENGTH);
        text.replace(id, id + ID_LENGTH, none).replace(second, second + ID_LENGTH, none);
        String digest = digest(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.replace(id, id + ID_LENGTH, digest).replace(second, second + ID_LENGTH, digest);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String digest(byte[] content) {
        return Digest.of(content).sha256().substring(0, ID_LENGTH).toUpperCase(Locale.ROOT);
    }
}
