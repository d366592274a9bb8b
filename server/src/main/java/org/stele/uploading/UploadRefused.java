package org.stele.uploading;

/** An upload, or a piece of one, was refused. What was received before and acknowledged is kept, but where it says otherwise. */
public final class UploadRefused extends RuntimeException {

    /** Why, with the status by which HTTP and the tus protocol say it. */
    public enum Why {
        /** There is none with that token for that owner; the two cannot be told apart. */
        NO_SUCH_UPLOAD(404),
        /** It was taken, stopped or abandoned before. */
        ENDED(410),
        /** The piece does not begin where the last one ended: a piece sent twice, or out of order, or by two senders at once. */
        OTHER_OFFSET(409),
        /** The piece is not the bytes that its checksum is of; nothing of it was kept. */
        OTHER_CHECKSUM(460),
        /** More bytes than announced, or more than are taken. */
        TOO_LONG(413),
        /** Not all bytes have come yet. */
        NOT_WHOLE(409),
        /** The owner has too many uploads under way. */
        TOO_MANY(429),
        /** The disk has no room. */
        NO_ROOM(507),
        /** Parts were lost or altered on the disk: it must be sent anew. */
        DAMAGED(410),
        /** The request is not one of the protocol. */
        NOT_UNDERSTOOD(400),
        /** The sender speaks another version of the protocol. */
        OTHER_VERSION(412),
        /** A piece of another media type than the protocol has. */
        OTHER_TYPE(415);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Why why;

    UploadRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
