package org.stele.inspection;

/**
 * Something a file says about itself. It is shown as a claim: whoever made or handled the file could have written it.
 *
 * @param about what it is about
 * @param value as the file says it; may be anything, so it is shown as text and never as markup
 * @param tag where it stood: the kind of metadata and the tag's name, for example {@code Exif SubIFD / Date/Time Original}
 */
public record Claim(About about, String value, String tag) {

    /** What claims are about. */
    public enum About {
        /** When it was taken or written. */
        TIME,
        /** Where it was taken. */
        PLACE,
        /** The camera, telephone or recorder. */
        DEVICE,
        /** The program that wrote it. */
        SOFTWARE,
        /** Width and height in pixels. */
        SIZE,
        /** How long it plays, in seconds. */
        DURATION,
        /** How it is to be turned to be seen. */
        ORIENTATION,
        /** Who made, wrote or owns it. */
        AUTHOR,
        /** To whom a letter went. */
        RECIPIENT,
        /** Its title, subject or description. */
        TITLE,
        /** The address on the web it was saved from. */
        ADDRESS,
        /** When it was saved from the web. */
        SAVED,
        /** An identifier that it carries. */
        IDENTIFIER
    }
}
