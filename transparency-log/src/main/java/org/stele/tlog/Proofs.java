package org.stele.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes and checks proofs about trees: that an entry is in one (RFC 6962, 2.1.1), that one is the beginning of another (2.1.2), and,
 * of which both are cases, that a subtree belongs to one (draft-ietf-plants-merkle-tree-certs, 4.4).
 */
public final class Proofs {

    private Proofs() {
    }

    /** Root of the tree of the first {@code size} entries. */
    public static Hash root(Nodes nodes, long size) {
        return size == 0 ? Hash.EMPTY_ROOT : hash(nodes, 0, size);
    }

    /** The proof that entry {@code index} is in the tree of {@code size}: siblings from the leaf up. */
    public static List<Hash> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no entry %d in a tree of %d".formatted(index, size));
        }
        return subtree(nodes, index, index + 1, size);
    }

    /** The proof that the tree of {@code size} begins with the tree of {@code first}; empty where there is nothing to show. */
    public static List<Hash> consistency(Nodes nodes, long first, long size) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("A tree of %d cannot begin with one of %d".formatted(size, first));
        }
        return first == 0 ? List.of() : subtree(nodes, 0, first, size);
    }

    /** The proof that the subtree of entries {@code start} (included) to {@code end} (not included) belongs to the tree of {@code size}. */
    public static List<Hash> subtree(Nodes nodes, long start, long end, long size) {
        if (!isSubtree(start, end) || end > size) {
            throw new IllegalArgumentException("Entries %d to %d are no subtree of a tree of %d".formatted(start, end, size));
        }
        List<Hash> proof = new ArrayList<>();
        descend(nodes, start, end, 0, size, true, proof);
        return proof;
    }

    /** Whether the proof shows the leaf at the index in the tree of that size and root. */
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        return index >= 0 && index < size && verifySubtree(index, index + 1, leaf, size, root, proof);
    }

    /** Whether the proof shows that the tree (size, root) begins with the tree (first, firstRoot). Of an empty first tree nothing can be shown. */
    public static boolean verifyConsistency(long first, Hash firstRoot, long size, Hash root, List<Hash> proof) {
        return first > 0 && verifySubtree(0, first, firstRoot, size, root, proof);
    }

    /** Whether the proof shows that the subtree with that hash belongs to the tree (size, root); the subtree of no entries belongs to all. */
    public static boolean verifySubtree(long start, long end, Hash hash, long size, Hash root, List<Hash> proof) {
        if (start >= 0 && start == end && end <= size) {
            return proof.isEmpty() && hash.equals(Hash.EMPTY_ROOT);
        }
        if (!isSubtree(start, end) || end > size) {
            return false;
        }
        Climb climb = new Climb(proof, hash);
        Pair top = climb.to(start, end, size, true);
        return top != null && climb.left == 0 && top.part.equals(hash) && top.whole.equals(root);
    }

    /** Whether entries start to end (not included) are a subtree: start is a multiple of the power of two that holds them all. */
    public static boolean isSubtree(long start, long end) {
        if (start < 0 || end <= start) {
            return false;
        }
        long length = end - start;
        long power = Long.highestOneBit(length) == length ? length : Long.highestOneBit(length) << 1;
        return start == 0 || (power > 0 && start % power == 0);
    }

    private static void descend(Nodes nodes, long start, long end, long from, long to, boolean known, List<Hash> proof) {
        if (start == from && end == to) {
            if (!known) {
                proof.add(hash(nodes, from, to));
            }
            return;
        }
        long split = from + leftSize(to - from);
        if (end <= split) {
            descend(nodes, start, end, from, split, known, proof);
            proof.add(hash(nodes, split, to));
        } else if (start >= split) {
            descend(nodes, start, end, split, to, known, proof);
            proof.add(hash(nodes, from, split));
        } else {
            descend(nodes, split, end, split, to, false, proof);
            proof.add(hash(nodes, from, split));
        }
    }

    /** The hash of the part that is proved, and of the whole around it. */
    private record Pair(Hash part, Hash whole) {
    }

    /** Climbs from the part to the whole along the proof, which is read from its far end as the descent made it. */
    private static final class Climb {

        private final List<Hash> proof;
        private final Hash known;
        private int left;

        Climb(List<Hash> proof, Hash known) {
            this.proof = proof;
            this.known = known;
            this.left = proof.size();
        }

        /** Hashes for entries start to end of a tree of the size; null if the proof is too short. */
        @org.jspecify.annotations.Nullable Pair to(long start, long end, long size, boolean isKnown) {
            if (start == 0 && end == size) {
                if (!isKnown && left == 0) {
                    return null;
                }
                Hash hash = isKnown ? known : proof.get(--left);
                return new Pair(hash, hash);
            }
            if (left == 0) {
                return null;
            }
            Hash sibling = proof.get(--left);
            long split = leftSize(size);
            if (end <= split) {
                Pair below = to(start, end, split, isKnown);
                return below == null ? null : new Pair(below.part, Hash.node(below.whole, sibling));
            }
            boolean apart = start >= split;
            Pair below = to(apart ? start - split : 0, end - split, size - split, apart && isKnown);
            return below == null ? null : new Pair(apart ? below.part : Hash.node(sibling, below.part), Hash.node(sibling, below.whole));
        }
    }

    /** Root of entries from (included) to (not included), which are a subtree. */
    private static Hash hash(Nodes nodes, long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.node(level, from >>> level);
        }
        long split = from + leftSize(size);
        return Hash.node(hash(nodes, from, split), hash(nodes, split, to));
    }

    /** The largest power of two less than the size. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }
}
