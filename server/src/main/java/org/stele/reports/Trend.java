package org.stele.reports;

import java.util.List;

/** Words of comparison, computed from numbers: nobody types "increase" or "highest" (INC-1, INC-13). */
final class Trend {

    enum Direction { UP, DOWN, SAME }

    /** Where a month stands among the earlier months of its year. */
    sealed interface Rank {

        /** Above every earlier month. */
        record HighestOfYear() implements Rank {
        }

        /** Equal to the highest earlier month, and above all others. */
        record EqualHighest() implements Rank {
        }

        /** Below every earlier month. */
        record LowestOfYear() implements Rank {
        }

        /** Above every month after the one at this index, which was as high or higher; more than the month before lies between. */
        record HighestSince(int index) implements Rank {
        }

        /** Nothing worth saying. */
        record None() implements Rank {
        }
    }

    private Trend() {
    }

    static Direction direction(long now, long base) {
        return now > base ? Direction.UP : now < base ? Direction.DOWN : Direction.SAME;
    }

    /** Ranks the last of the months.
     *  @param months January to the month itself */
    static Rank rank(List<Long> months) {
        int last = months.size() - 1;
        if (last < 2) {
            return new Rank.None();
        }
        long now = months.get(last);
        List<Long> earlier = months.subList(0, last);
        long highest = earlier.stream().mapToLong(Long::longValue).max().orElseThrow();
        long lowest = earlier.stream().mapToLong(Long::longValue).min().orElseThrow();
        if (now > highest) {
            return new Rank.HighestOfYear();
        }
        if (now < lowest) {
            return new Rank.LowestOfYear();
        }
        if (now == highest && now > lowest) {
            return new Rank.EqualHighest();
        }
        int index = last - 1;
        while (earlier.get(index) < now) {
            index--;
        }
        return index < last - 1 ? new Rank.HighestSince(index) : new Rank.None();
    }
}
