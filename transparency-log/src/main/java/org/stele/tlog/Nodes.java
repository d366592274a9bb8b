package org.stele.tlog;

/** Gives the root of the complete subtree of 2^level entries that begins at entry index × 2^level. */
@FunctionalInterface
public interface Nodes {

    /** @throws IllegalArgumentException if there is no such complete subtree */
    Hash node(int level, long index);
}
