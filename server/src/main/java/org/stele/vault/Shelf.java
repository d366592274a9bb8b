package org.stele.vault;

import java.io.IOException;
import java.util.List;

/** Small files under names of their own, read and written whole; beside them lie the large ones, which are named by their digest. */
public interface Shelf {

    /** Names of all files whose name begins so; for example {@code backups/}. Sorted. */
    List<String> names(String begin) throws IOException;

    /**
     * The bytes of one file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of the name
     */
    byte[] read(String name) throws IOException;

    /** Puts a file there, or another in its place; durable when it returns. Whoever reads finds the old or the new one, whole. */
    void write(String name, byte[] content) throws IOException;

    /** Removes a file; nothing to do where there is none. */
    void remove(String name) throws IOException;
}
