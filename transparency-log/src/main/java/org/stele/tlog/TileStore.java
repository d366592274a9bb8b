package org.stele.tlog;

import java.util.Map;
import java.util.Optional;

/**
 * Where a log's files are kept, by path. A write returns when the bytes would survive a power cut; a file is there whole or not at all.
 */
public interface TileStore {

    /** The bytes at a path; empty if there are none. */
    Optional<byte[]> read(String path);

    /** Keeps the bytes at a path, durably, in place of what was there. */
    void write(String path, byte[] bytes);

    /** Keeps the bytes at all these paths, durably; after a fault some of them may be kept and others not. */
    default void write(Map<String, byte[]> files) {
        files.forEach(this::write);
    }
}
