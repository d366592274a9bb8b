package org.stele.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether signed content credentials (C2PA) are in a picture. They are looked for, not read: verifying a signature is another matter. */
final class Credentials {
    /** The box in which films carry them. */
    static final byte[] FILM_BOX = {(byte) 0xd8, (byte) 0xfe, (byte) 0xc3, (byte) 0xd6, 0x1b, 0x0e, 0x48, 0x3c, (byte) 0x92, (byte) 0x97, 0x58, 0x28,
        (byte) 0x87, 0x7e, (byte) 0xc4, (byte) 0x81};

    private Credentials() {
    }

    /** In a JPEG's eleventh application segments, a PNG's {@code caBX} chunk, a WebP's {@code C2PA} chunk, or a box of the HEIC family. */
    static boolean in(byte[] bytes) {
        if (bytes.length < 16) {
            return false;
        }
        if (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8) {
            return inJpeg(bytes);
        }
        if (is(bytes, 0, "\u0089PNG")) {
            return inChunks(bytes, 8, "caBX", true);
        }
        if (is(bytes, 0, "RIFF") && is(bytes, 8, "WEBP")) {
            return inChunks(bytes, 12, "C2PA", false);
        }
        return is(bytes, 4, "ftyp") && inBoxes(bytes);
    }

    private static boolean inJpeg(byte[] bytes) {
        for (int at = 2; at + 4 <= bytes.length && bytes[at] == (byte) 0xff && bytes[at + 1] != (byte) 0xda;) {
            int length = (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
            if (bytes[at + 1] == (byte) 0xeb && is(bytes, at + 4, "JP")
                    && new String(bytes, at, Math.min(length + 2, bytes.length - at), StandardCharsets.ISO_8859_1).contains("c2pa")) {
                return true;
            }
            at += 2 + length;
        }
        return false;
    }

    private static boolean inChunks(byte[] bytes, int from, String wanted, boolean lengthFirst) {
        long at = from;
        while (at + 8 <= bytes.length) {
            int here = (int) at;
            if (is(bytes, lengthFirst ? here + 4 : here, wanted)) {
                return true;
            }
            long length = lengthFirst ? number(bytes, here) : Integer.toUnsignedLong(Integer.reverseBytes((int) number(bytes, here + 4)));
            at += lengthFirst ? 12 + length : 8 + length + (length & 1);
        }
        return false;
    }

    private static boolean inBoxes(byte[] bytes) {
        for (long at = 0; at + 24 <= bytes.length;) {
            int here = (int) at;
            if (is(bytes, here + 4, "uuid") && Arrays.equals(bytes, here + 8, here + 24, FILM_BOX, 0, 16)) {
                return true;
            }
            long length = number(bytes, here);
            if (length < 8) {
                return false;
            }
            at += length;
        }
        return false;
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 255L) << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
    }

    private static boolean is(byte[] bytes, int at, String ascii) {
        return at + ascii.length() <= bytes.length && new String(bytes, at, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
    }
}
