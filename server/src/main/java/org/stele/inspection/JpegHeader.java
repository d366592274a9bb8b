package org.stele.inspection;

/** Looks through the markers at the beginning of a JPEG file. */
final class JpegHeader {
    private static final int START_OF_SCAN = 0xda;

    private JpegHeader() {
    }

    /** Whether the decoder must hold the whole picture because it is stored in several passes. False for what is no JPEG. */
    static boolean inSeveralScans(byte[] bytes) {
        int components = 0;
        int at = 2;
        while (at + 4 < bytes.length && (bytes[at] & 255) == 0xff) {
            int marker = bytes[at + 1] & 255;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return (bytes[at + 4] & 255) < components;
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                if ((marker & 3) == 2) {
                    return true;
                }
                components = at + 9 < bytes.length ? bytes[at + 9] & 255 : 0;
            }
            at += 2 + ((bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255);
        }
        return false;
    }
}
