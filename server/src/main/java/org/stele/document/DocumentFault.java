package org.stele.document;

/** A document that cannot be set as it is; the message says what is wrong with it and where. */
public final class DocumentFault extends RuntimeException {
    public DocumentFault(String message) {
        super(message);
    }

    public DocumentFault(String message, Throwable cause) {
        super(message, cause);
    }
}
