package org.stele.evidence;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that is sent in with others.
 *
 * @param length bytes, as far as known: how many are taken in side by side depends on it
 * @param bytes  where they come from
 */
public record Sent(Submission submission, long length, Source bytes) {

    /** Bytes that can be read once. */
    @FunctionalInterface
    public interface Source {
        /** The bytes from the first on; closed by whoever opens it. */
        InputStream open() throws IOException;
    }
}
