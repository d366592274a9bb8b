package org.stele.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stele.history.VersionKey;

/** The versions behind a figure with what each contributes; in order of id when they are read. */
final class VersionList {

    /** Id in the upper half, version in the lower, so that numeric order is order of id. */
    private long[] keys = new long[64];

    /** What each contributes; not kept where each contributes one. */
    private final boolean adds;
    private long[] amounts;
    private int count;
    private long figure;

    /** @param adds whether a version may contribute another number than one */
    VersionList(boolean adds) {
        this.adds = adds;
        this.amounts = new long[adds ? keys.length : 0];
    }

    void add(int id, int version, long amount) {
        if (count == keys.length) {
            grow(count * 2);
        }
        if (adds) {
            amounts[count] = amount;
        }
        keys[count++] = (long) id << 32 | version;
        figure += amount;
    }

    void addAll(VersionList other) {
        if (count + other.count > keys.length) {
            grow(count + other.count);
        }
        System.arraycopy(other.keys, 0, keys, count, other.count);
        if (adds) {
            System.arraycopy(other.amounts, 0, amounts, count, other.count);
        }
        count += other.count;
        figure += other.figure;
    }

    private void grow(int length) {
        keys = Arrays.copyOf(keys, length);
        amounts = adds ? Arrays.copyOf(amounts, length) : amounts;
    }

    /** The sum of all contributions. */
    long figure() {
        return figure;
    }

    long total() {
        return count;
    }

    List<Counted.Part> page(long offset, int limit) {
        int from = (int) Math.min(offset, count);
        int to = (int) Math.min(offset + limit, count);
        if (!adds) {
            Arrays.sort(keys, 0, count);
            return Arrays.stream(keys, from, to).mapToObj(key -> part(key, 1)).toList();
        }
        return IntStream.range(0, count).boxed().sorted((one, other) -> Long.compare(keys[one], keys[other])).skip(from).limit(to - from)
                .map(i -> part(keys[i], amounts[i])).toList();
    }

    private static Counted.Part part(long key, long amount) {
        return new Counted.Part(new VersionKey(key >>> 32, (int) key), amount);
    }
}
