package org.stele.ocfl;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of an object.
 *
 * @param path    its name within the object, as {@code original/video.mp4}: parts of {@link PortableName} parted by slashes
 * @param replace whether it may stand for other bytes than the version before; those stay where they are
 * @param bytes   writes its bytes, once
 */
public record Content(String path, boolean replace, Bytes bytes) {

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all bytes; need not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    public Content {
        for (String part : path.split("/", -1)) {
            if (!PortableName.is(part)) {
                throw new IllegalArgumentException("'" + path + "' cannot be a path in an object: '" + part + "' is no name that every disk can keep");
            }
        }
    }

    /** A file that stands for the same bytes in every version. */
    public static Content fixed(String path, Bytes bytes) {
        return new Content(path, false, bytes);
    }

    /** A description, which may be written anew in a later version. */
    public static Content description(String path, byte[] text) {
        return new Content(path, true, out -> out.write(text));
    }
}
