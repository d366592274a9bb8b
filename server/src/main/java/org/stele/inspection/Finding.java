package org.stele.inspection;

/**
 * Something about a file that a person should know before relying on it.
 *
 * @param kind what sort
 * @param detail in words, with the figures; may quote the file, so it is shown as text and never as markup
 */
public record Finding(Kind kind, String detail) {

    /** What sorts of findings there are. */
    public enum Kind {
        /** The bytes are of another type than the name or the sender says. */
        OTHER_TYPE,
        /** The name tries to steer or to mislead: a path, control characters, reversed writing. */
        NAME,
        /** The file ends too early or contradicts itself. */
        BROKEN,
        /** Larger than what is opened; kept as it is. */
        TOO_LARGE,
        /** Nothing here can open this kind of file, or not without a program that is not installed. */
        NOT_OPENED,
        /** An archive has members whose names lead out of it, links, or more than one file of the same name. */
        ARCHIVE_MEMBER,
        /** An archive or compressed text unpacks to very much more than it is, or holds archives within archives. */
        BOMB,
        /** The file can be read as two different types. */
        TWO_TYPES,
        /** Digests that the file carries were worked out again and fit. */
        CHECKED,
        /** A digest that the file carries does not fit its contents. */
        DIGEST,
        /** The process that opened it was stopped or died; what was found until then is kept. */
        STOPPED,
        /** Signed content credentials (C2PA) are there; they are not verified. */
        CREDENTIALS
    }
}
