package org.stele.statistics;

import java.util.Arrays;
import java.util.List;
import org.stele.history.VersionKey;

/** The versions behind a figure; in order of id when they are read. */
final class VersionList {

    /** Id in the upper half, version in the lower, so that numeric order is order of id. */
    private long[] keys = new long[64];
    private int count;

    void add(int id, int version) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = (long) id << 32 | version;
    }

    void addAll(VersionList other) {
        if (count + other.count > keys.length) {
            keys = Arrays.copyOf(keys, count + other.count);
        }
        System.arraycopy(other.keys, 0, keys, count, other.count);
        count += other.count;
    }

    long total() {
        return count;
    }

    List<VersionKey> page(long offset, int limit) {
        Arrays.sort(keys, 0, count);
        return Arrays.stream(keys, (int) Math.min(offset, count), (int) Math.min(offset + limit, count))
                .mapToObj(key -> new VersionKey(key >>> 32, (int) key)).toList();
    }
}
