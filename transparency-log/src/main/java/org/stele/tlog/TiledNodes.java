package org.stele.tlog;

import java.util.Arrays;

/** Nodes of the tree, found in its tiles. */
final class TiledNodes {

    private final TileStore store;

    TiledNodes(TileStore store) {
        this.store = store;
    }

    /** The nodes of the tree of a size, whose last tiles may be partial ones. */
    Nodes of(long size) {
        return (level, index) -> {
            int tileLevel = level / Tile.HEIGHT;
            int height = level % Tile.HEIGHT;
            long first = index << height;
            long nodes = size >>> tileLevel * Tile.HEIGHT;
            long tile = first / Tile.FULL;
            int width = (int) Math.min(nodes - tile * Tile.FULL, Tile.FULL);
            if (width <= 0 || first % Tile.FULL + (1L << height) > width) {
                throw new IllegalArgumentException("A tree of %d entries has no complete subtree %d at level %d".formatted(size, index, level));
            }
            return within(tile(new Tile(tileLevel, tile, width)), height, (int) (first % Tile.FULL));
        };
    }

    /** A tile's bytes: those of the width asked for, or of the full tile that has taken its place. */
    byte[] tile(Tile tile) {
        return store.read(tile.path())
                .or(() -> store.read(new Tile(tile.level(), tile.index(), Tile.FULL).path()).map(full -> Arrays.copyOf(full, tile.width() * Hash.SIZE)))
                .orElseThrow(() -> new IllegalStateException(tile.path() + " is missing"));
    }

    /** The root of 2^height hashes of a tile, from the given one on. */
    static Hash within(byte[] tile, int height, int first) {
        if (height == 0) {
            return Hash.of(Arrays.copyOfRange(tile, first * Hash.SIZE, (first + 1) * Hash.SIZE));
        }
        return Hash.node(within(tile, height - 1, first), within(tile, height - 1, first + (1 << height - 1)));
    }
}
