package org.stele.tlog;

import java.util.Optional;
import java.util.TreeMap;

/** Tiles in memory, for tests. */
final class MemoryTiles implements TileStore {

    final TreeMap<String, byte[]> files = new TreeMap<>();

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public void write(String path, byte[] bytes) {
        files.put(path, bytes.clone());
    }
}
