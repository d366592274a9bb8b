package org.stele.linkage;

/** Counts by a number that is not negative: open addressing, growing at half full. */
final class LongCounts {

    /** Takes one number with its count. */
    interface Each {
        void take(long key, long count);
    }

    private long[] keys = new long[1024];
    private long[] counts = new long[1024];
    private int size;

    void add(long key, long count) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        counts[slot] += count;
    }

    private int slot(long key) {
        int slot = (int) Patterns.mixed(key) & keys.length - 1;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    void each(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                each.take(keys[i], counts[i]);
            }
        }
    }
}
