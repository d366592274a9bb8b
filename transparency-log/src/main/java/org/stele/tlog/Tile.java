package org.stele.tlog;

/**
 * The name of a tile: 256 consecutive nodes of the tree, or as many as there are yet (C2SP tlog-tiles).
 *
 * @param level 0 to 7 here: tiles of level l hold the roots of complete subtrees of 256^l entries
 * @param index number of the tile within its level
 * @param width nodes in it, 1 to 256
 */
public record Tile(int level, long index, int width) {

    /** Nodes in a full tile. */
    public static final int FULL = 256;

    /** Levels of the binary tree that one tile spans. */
    static final int HEIGHT = 8;

    public Tile {
        if (level < 0 || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile at level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /** Where the tile of hashes is kept below the log's address. */
    public String path() {
        return "tile/" + level + "/" + tail();
    }

    /** Where the bundle of the same entries is kept; of level 0 only. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalArgumentException("Entries stand at level 0");
        }
        return "tile/entries/" + tail();
    }

    private String tail() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == FULL ? path.toString() : path + ".p/" + width;
    }
}
