package org.stele.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The least one must remember of a tree to go on with it: the roots of its largest complete subtrees, left to right. Memory and cost of
 * an append are logarithmic in the size.
 */
public final class Range {

    private final List<Hash> roots;
    private long size;

    private Range(long size, List<Hash> roots) {
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    public static Range empty() {
        return new Range(0, List.of());
    }

    /** The range of a tree whose complete subtrees have these roots.
     *  @throws IllegalArgumentException unless there is one root for each bit set in the size */
    public static Range of(long size, List<Hash> roots) {
        if (size < 0 || Long.bitCount(size) != roots.size()) {
            throw new IllegalArgumentException("A tree of %d entries has %d complete subtrees, not %d".formatted(size, Long.bitCount(size), roots.size()));
        }
        return new Range(size, roots);
    }

    public long size() {
        return size;
    }

    /** Adds one entry by its leaf hash. */
    public void append(Hash leaf) {
        Hash hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.node(roots.removeLast(), hash);
        }
        roots.add(hash);
        size++;
    }

    /** Root of the tree. */
    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.EMPTY_ROOT;
        }
        Hash root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.node(roots.get(i), root);
        }
        return root;
    }
}
