package org.stele.inspection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures and films by their fingerprints, in memory, asked for those that may show the same. A film is like another if many of the stills
 * of either are found in the other: a clip in the film it was cut from, and a photograph in the film it was taken from.
 */
public final class Gallery {
    /** From so many of a hundred stills on, two films may show the same. */
    public static final int SHARE = 50;
    /** Bits of a key that number the still; the rest is the number of the picture or film. */
    private static final int STILL = 13;
    /** Comparisons of hashes that one question may take: a few seconds. */
    private static final long WORK = 2_000_000_000L;

    private final HashIndex index = new HashIndex();
    private final Map<Long, Integer> stills = new HashMap<>();

    /**
     * A picture or film that may show the same.
     *
     * @param distance of the two stills that come nearest, in bits of 256
     * @param percent  of a hundred stills of one of the two, whichever has more of them in the other
     */
    public record Alike(long item, int distance, int percent) {
    }

    /** Takes in a picture, or the stills of a film in their order; again is the same once more. Those that tell too little are left out. */
    public void add(long item, List<Fingerprint> prints) {
        List<Fingerprint> telling = telling(prints);
        for (int n = 0; n < telling.size(); n++) {
            index.add(item << STILL | n, telling.get(n).upright());
        }
        stills.put(item, telling.size());
    }

    /** Those like the picture or the stills of a film, the most alike first; none where they tell too little. */
    public List<Alike> like(List<Fingerprint> prints) {
        List<Fingerprint> asked = telling(prints);
        // Of a very long film among very many others only every second or third still, and so on, is asked.
        int step = (int) (1 + (long) asked.size() * index.size() / WORK);
        Map<Long, Tally> tallies = new HashMap<>();
        int questions = 0;
        for (int n = 0; n < asked.size(); n += step) {
            questions++;
            for (HashIndex.Match match : index.within(asked.get(n), PictureHash.ALIKE)) {
                tallies.computeIfAbsent(match.key() >> STILL, item -> new Tally()).add(n, (int) (match.key() & (1 << STILL) - 1), match.distance());
            }
        }
        List<Alike> alike = new ArrayList<>();
        for (var each : tallies.entrySet()) {
            Tally tally = each.getValue();
            int percent = Math.max(100 * tally.asked.cardinality() / questions, 100 * tally.found.cardinality() / stills.getOrDefault(each.getKey(), 1));
            if (percent >= SHARE) {
                alike.add(new Alike(each.getKey(), tally.nearest, Math.min(100, percent)));
            }
        }
        alike.sort(Comparator.comparingInt(Alike::percent).reversed().thenComparingInt(Alike::distance).thenComparingLong(Alike::item));
        return alike;
    }

    private static List<Fingerprint> telling(List<Fingerprint> prints) {
        return prints.stream().filter(Fingerprint::telling).toList();
    }

    /** What was found of one of the others. */
    private static final class Tally {
        private final BitSet asked = new BitSet();
        private final BitSet found = new BitSet();
        private int nearest = PictureHash.ALIKE;

        void add(int still, int other, int distance) {
            asked.set(still);
            found.set(other);
            nearest = Math.min(nearest, distance);
        }
    }
}
