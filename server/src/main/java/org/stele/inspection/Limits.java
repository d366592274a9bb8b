package org.stele.inspection;

import java.time.Duration;

/**
 * How much one file may cost. Beyond these it is kept as it is, and the inspection says what was not looked at.
 *
 * @param heap mebibytes of Java heap for the process that opens it; its whole memory stays below 512 MiB
 * @param time of the clock, and of the processor, until it is stopped
 */
public record Limits(int heap, Duration time) {
    /** Files of pictures above so many bytes are not opened. */
    static final int PICTURE_BYTES = 64 << 20;
    /** The longest side of a picture that is opened, in pixels. */
    static final int SIDE = 32_000;
    /** The most pixels: beyond the largest telephone cameras. */
    static final long PIXELS = 220_000_000;
    /** The most pixels where all of them must be held at once: progressive JPEG, WebP, and a copy with parts blacked out. */
    static final long PIXELS_AT_ONCE = 50_000_000;
    /** Above so many, only every second, third … row and column is read for the fingerprint and the thumbnail. */
    static final long PIXELS_READ = 16_000_000;
    /** The longest side of a thumbnail, in pixels. */
    static final int THUMBNAIL = 512;
    /** Stills of a film, one a second. */
    static final int STILLS = 7200;
    /** Stills of a film that are kept as pictures. */
    static final int STILLS_KEPT = 12;
    /** Characters of text that are taken out of a page or letter. */
    static final int TEXT = 1 << 20;
    /** Characters of one claim's value. */
    static final int VALUE = 1000;
    /** Claims kept of one file. */
    static final int CLAIMS = 300;
    /** Members of an archive whose names are kept. */
    static final int MEMBERS = 1000;
    /** Bytes that the process may hand back. */
    static final int ANSWER = 160 << 20;

    /** 320 MiB of heap, 60 seconds. */
    public static final Limits USUAL = new Limits(320, Duration.ofSeconds(60));
}
