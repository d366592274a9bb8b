package org.stele.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Hashes of pictures in memory, searched from the first to the last: a million take a few milliseconds, so that nothing cleverer
 * is needed below some twenty million. Safe for use by several threads.
 */
public final class HashIndex {
    private static final int PIECE = 1 << 11;

    private long[] keys = new long[16];
    private long[] first = new long[16];
    private long[] second = new long[16];
    private long[] third = new long[16];
    private long[] fourth = new long[16];
    private int size;

    /** A picture that may be the same. */
    public record Match(long key, int distance) {
    }

    /** Adds a picture's upright hash under a key of the caller's; the same key may come more than once (the frames of a video). */
    public synchronized void add(long key, PictureHash hash) {
        if (size == keys.length) {
            int larger = size + (size >> 1);
            keys = Arrays.copyOf(keys, larger);
            first = Arrays.copyOf(first, larger);
            second = Arrays.copyOf(second, larger);
            third = Arrays.copyOf(third, larger);
            fourth = Arrays.copyOf(fourth, larger);
        }
        keys[size] = key;
        first[size] = hash.first();
        second[size] = hash.second();
        third[size] = hash.third();
        fourth[size] = hash.fourth();
        size++;
    }

    /** How many hashes there are. */
    public synchronized int size() {
        return size;
    }

    /** Those at most so far from the one hash, the nearest first. */
    public synchronized List<Match> within(PictureHash asked, int distance) {
        return within(List.of(asked), distance);
    }

    /** Those at most so far from any of the picture's eight forms, each key once with its least distance, the nearest first. */
    public synchronized List<Match> within(Fingerprint asked, int distance) {
        return within(asked.hashes().stream().distinct().toList(), distance);
    }

    private List<Match> within(List<PictureHash> asked, int distance) {
        List<Match> found = new ArrayList<>();
        // In pieces, so that a piece stays in the processor's cache while it is held against each form.
        for (int from = 0; from < size; from += PIECE) {
            for (PictureHash form : asked) {
                scan(form, distance, from, Math.min(size, from + PIECE), found);
            }
        }
        return nearestFirst(found);
    }

    private void scan(PictureHash asked, int distance, int from, int to, List<Match> found) {
        long one = asked.first();
        long two = asked.second();
        for (int at = from; at < to; at++) {
            int half = Long.bitCount(first[at] ^ one) + Long.bitCount(second[at] ^ two);
            // Of unrelated pictures half the bits differ: next to none passes here.
            if (half <= distance) {
                int whole = half + Long.bitCount(third[at] ^ asked.third()) + Long.bitCount(fourth[at] ^ asked.fourth());
                if (whole <= distance) {
                    found.add(new Match(keys[at], whole));
                }
            }
        }
    }

    private static List<Match> nearestFirst(List<Match> found) {
        found.sort(Comparator.comparingInt(Match::distance).thenComparingLong(Match::key));
        var seen = new HashSet<Long>();
        return found.stream().filter(match -> seen.add(match.key())).toList();
    }
}
