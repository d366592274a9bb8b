package org.stele.linkage;

/** Orders of primitive keys. */
final class Orders {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private Orders() {
    }

    /** Numbers of the keys from the smallest to the largest (signed); equal keys stay in their order. A radix sort: no boxing, no surprise. */
    static int[] ascending(long[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] next = new int[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] starts = new int[BUCKETS + 1];
            for (long key : keys) {
                starts[bucket(key, shift) + 1]++;
            }
            if (sameBucket(starts, keys.length)) {
                continue;
            }
            for (int i = 0; i < BUCKETS; i++) {
                starts[i + 1] += starts[i];
            }
            for (int at : order) {
                next[starts[bucket(keys[at], shift)]++] = at;
            }
            int[] swap = order;
            order = next;
            next = swap;
        }
        return order;
    }

    private static boolean sameBucket(int[] starts, int all) {
        for (int count : starts) {
            if (count == all) {
                return true;
            }
        }
        return false;
    }

    private static int bucket(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & BUCKETS - 1;
    }
}
