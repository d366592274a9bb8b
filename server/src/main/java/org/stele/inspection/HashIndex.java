package org.stele.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Hashes of pictures in memory, searched from the first to the last: a million take a millisecond or two for all eight positions of a
 * picture, so that nothing cleverer is needed below some twenty million. Safe for use by several threads.
 */
public final class HashIndex {
    private static final int PIECE = 1 << 11;

    private long[] keys = new long[16];
    private long[] steady = new long[16];
    private long[] crossed = new long[16];
    private long[] rows = new long[16];
    private long[] columns = new long[16];
    private int size;

    /** A picture that may be the same. */
    public record Match(long key, int distance) {
    }

    /** Adds a picture's upright hash under a key of the caller's; the same key may come more than once (the stills of a film). */
    public synchronized void add(long key, PictureHash hash) {
        if (size == keys.length) {
            int larger = size + (size >> 1);
            keys = Arrays.copyOf(keys, larger);
            steady = Arrays.copyOf(steady, larger);
            crossed = Arrays.copyOf(crossed, larger);
            rows = Arrays.copyOf(rows, larger);
            columns = Arrays.copyOf(columns, larger);
        }
        Waves waves = Waves.of(hash);
        keys[size] = key;
        steady[size] = waves.steady();
        crossed[size] = waves.crossed();
        rows[size] = waves.rows();
        columns[size] = waves.columns();
        size++;
    }

    /** How many hashes there are. */
    public synchronized int size() {
        return size;
    }

    /** Those at most so far from any of the picture's eight forms, each key once with its least distance, the nearest first. */
    public synchronized List<Match> within(Fingerprint asked, int distance) {
        List<Waves> forms = asked.hashes().stream().map(Waves::of).toList();
        Half upright = Half.of(forms, false);
        Half transposed = Half.of(forms, true);
        List<Match> found = new ArrayList<>();
        var least = new int[PIECE];
        for (int from = 0; from < size; from += PIECE) {
            int to = Math.min(size, from + PIECE);
            // Of unrelated pictures half the bits differ: next to none passes here, and the whole piece is done with.
            if (bound(from, to, upright, transposed, least) <= distance) {
                for (int at = from; at < to; at++) {
                    if (least[at - from] <= distance) {
                        exactly(at, forms, distance, found);
                    }
                }
            }
        }
        return nearestFirst(found);
    }

    /**
     * Four of the eight forms: those that are mirrored only, or those that are transposed first.
     *
     * @param base  the form that is not mirrored
     * @param slack by how many bits the mirrored forms may be off what the base says of them
     */
    private record Half(Waves base, int slack) {

        static Half of(List<Waves> forms, boolean transposed) {
            List<Turn> positions = Arrays.stream(Turn.values()).filter(turn -> turn.transposes == transposed).toList();
            Waves base = forms.get((transposed ? Turn.TRANSPOSED : Turn.UPRIGHT).ordinal());
            return new Half(base, base.slack(positions.stream().map(turn -> forms.get(turn.ordinal())).toList(), positions));
        }
    }

    /**
     * Writes for each hash of a piece a number that its distance from none of the eight forms can be below, and returns the least. Both loops
     * are so plain that the compiler counts the bits of several hashes at once where the processor can.
     */
    private int bound(int from, int to, Half upright, Half transposed, int[] least) {
        long steadyUp = upright.base.steady();
        long crossedUp = upright.base.crossed();
        long steadyAcross = transposed.base.steady();
        long crossedAcross = transposed.base.crossed();
        int slackUp = upright.slack;
        int slackAcross = transposed.slack;
        for (int at = from; at < to; at++) {
            int up = Long.bitCount(crossed[at] ^ crossedUp);
            int across = Long.bitCount(crossed[at] ^ crossedAcross);
            least[at - from] = Math.min(Long.bitCount(steady[at] ^ steadyUp) + Math.min(up, 64 - up) - slackUp,
                    Long.bitCount(steady[at] ^ steadyAcross) + Math.min(across, 64 - across) - slackAcross);
        }
        int lowest = Integer.MAX_VALUE;
        for (int n = 0; n < to - from; n++) {
            lowest = Math.min(lowest, least[n]);
        }
        return lowest;
    }

    private void exactly(int at, List<Waves> forms, int distance, List<Match> found) {
        int whole = forms.stream().mapToInt(form -> form.distance(steady[at], crossed[at], rows[at], columns[at])).min().orElseThrow();
        if (whole <= distance) {
            found.add(new Match(keys[at], whole));
        }
    }

    private static List<Match> nearestFirst(List<Match> found) {
        found.sort(Comparator.comparingInt(Match::distance).thenComparingLong(Match::key));
        var seen = new HashSet<Long>();
        return found.stream().filter(match -> seen.add(match.key())).toList();
    }
}
