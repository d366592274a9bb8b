package org.stele.sealing;

/** A value that has no canonical form, and so cannot be sealed: a column of a type nobody thought of, or a value no program of ours writes. */
public final class NotCanonical extends RuntimeException {
    NotCanonical(String message, Throwable cause) {
        super(message, cause);
    }
}
