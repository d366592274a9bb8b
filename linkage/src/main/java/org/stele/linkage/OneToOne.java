package org.stele.linkage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Chooses pairs so that each record has at most one partner in each other clean list. */
final class OneToOne {

    private OneToOne() {
    }

    static ScoredPairs of(ScoredPairs pairs, int[] source, IntPredicate clean) {
        IntList kept = new IntList();
        Set<Long> taken = new HashSet<>();
        for (int pair : pairs.heaviestFirst()) {
            int a = pairs.left(pair);
            int b = pairs.right(pair);
            long towardsB = (long) a << 32 | source[b];
            long towardsA = (long) b << 32 | source[a];
            // A record has one partner in a clean list, and any number in another.
            boolean free = !(clean.test(source[b]) && taken.contains(towardsB)) && !(clean.test(source[a]) && taken.contains(towardsA));
            if (free) {
                kept.add(pair);
                taken.add(towardsB);
                taken.add(towardsA);
            }
        }
        int[] numbers = kept.toArray();
        Arrays.sort(numbers);
        return pairs.only(numbers);
    }
}
