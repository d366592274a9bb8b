package org.stele.inspection;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, to be read from the beginning as often as asked. */
@FunctionalInterface
public interface Original {
    /** A new stream, which the asker closes. */
    InputStream open() throws IOException;
}
