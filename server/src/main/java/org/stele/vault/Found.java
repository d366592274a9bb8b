package org.stele.vault;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.LongConsumer;
import org.stele.fixity.Digest;

/**
 * What lies under a blob's name at a location.
 *
 * @param state what this makes of the copy
 * @param words what was found, for the record; empty if all is well
 */
record Found(CopyState state, String words) {

    private static final Found RIGHT = new Found(CopyState.HELD, "");

    boolean right() {
        return state == CopyState.HELD;
    }

    /** Whether there are bytes that must be set aside before others can be written. */
    boolean inTheWay() {
        return state == CopyState.DAMAGED || state == CopyState.UNREADABLE;
    }

    /**
     * Reads a copy whole, from where it lies.
     *
     * @throws IOException if the location failed; whether it or only this copy, the caller has to find out
     */
    static Found at(Location location, Blob blob, LongConsumer moved) throws IOException {
        try {
            Digest digest = location.digest(blob.name(), moved);
            return digest.sha256().equals(blob.name().sha256()) ? RIGHT
                    : new Found(CopyState.DAMAGED, "its bytes have SHA-256 " + digest.sha256() + (digest.length() == blob.cipherLength() ? ""
                            : "; %d bytes of %d".formatted(digest.length(), blob.cipherLength())));
        } catch (NoSuchFileException e) {
            return new Found(CopyState.MISSING, "it is not there");
        }
    }
}
