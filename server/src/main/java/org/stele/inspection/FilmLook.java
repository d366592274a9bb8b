package org.stele.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Films of the MP4 and QuickTime family: boxes with a length and a name (ISO/IEC 14496-12). Those that describe are kept and read for
 * claims; the pictures and sound between them, however long, are passed over.
 */
final class FilmLook {
    private static final int DESCRIPTION = 32 << 20;
    private static final Set<String> DESCRIBING = Set.of("ftyp", "moov", "meta", "udta");
    private static final int MOST_BOXES = 100_000;

    private final Report report;

    FilmLook(Report report) {
        this.report = report;
    }

    /** Reads to the end of the boxes. */
    void at(InputStream source) throws IOException {
        var in = new DataInputStream(source);
        var kept = new ByteArrayOutputStream();
        boolean credentials = false;
        boolean described = false;
        try {
            for (int boxes = 0; boxes < MOST_BOXES; boxes++) {
                int first = in.read();
                if (first < 0) {
                    break;
                }
                long length = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                String name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                long body = length - 8;
                if (length == 1) {
                    body = in.readLong() - 16;
                } else if (length == 0) {
                    body = Long.MAX_VALUE;
                }
                if (body < 0) {
                    report.finding(What.PART_LENGTH, name, length);
                    break;
                }
                if (DESCRIBING.contains(name)) {
                    described |= name.equals("moov");
                    keep(in, kept, name, body);
                } else if (name.equals("uuid") && body >= 16) {
                    credentials |= Arrays.equals(in.readNBytes(16), Credentials.FILM_BOX);
                    pass(in, name, body - 16);
                } else {
                    pass(in, name, body);
                }
            }
        } catch (EndsWithin early) {
            report.finding(What.ENDS_WITHIN, early.name, early.missing);
        } catch (EOFException early) {
            report.finding(What.ENDS_EARLY);
        }
        if (!described) {
            report.finding(What.FILM_UNDESCRIBED);
        }
        EmbeddedClaims.of(new ByteArrayInputStream(kept.toByteArray()), report);
        if (credentials) {
            report.finding(What.CREDENTIALS_THERE);
        }
    }

    /** Where the file ends although a part of it goes on. */
    private static final class EndsWithin extends EOFException {
        private final String name;
        private final long missing;

        EndsWithin(String name, long missing) {
            this.name = name;
            this.missing = missing;
        }
    }

    private static void keep(InputStream in, ByteArrayOutputStream kept, String name, long body) throws IOException {
        if (body > DESCRIPTION - kept.size()) {
            throw new IOException("the part '" + name + "' is larger than " + (DESCRIPTION >> 20) + " MiB");
        }
        byte[] bytes = in.readNBytes((int) body);
        kept.writeBytes(ByteBuffer.allocate(8).putInt(bytes.length + 8).put(name.getBytes(StandardCharsets.ISO_8859_1)).array());
        kept.writeBytes(bytes);
        if (bytes.length < body) {
            throw new EndsWithin(name, body - bytes.length);
        }
    }

    private static void pass(InputStream in, String name, long body) throws IOException {
        var scratch = new byte[1 << 16];
        for (long left = body; left > 0;) {
            int got = in.read(scratch, 0, (int) Math.min(left, scratch.length));
            if (got < 0) {
                if (body == Long.MAX_VALUE) {
                    return;
                }
                throw new EndsWithin(name, left);
            }
            left -= got;
        }
    }
}
