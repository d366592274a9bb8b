package org.stele.drawing;

import java.util.ArrayList;
import java.util.List;
import org.stele.language.Language;

/** Classes of counts for a shaded map: none, then ranges that begin at round numbers and hold about equally many areas.
 *  @param lowest the first count of each class above none, rising */
record Shades(List<Long> lowest, boolean some0) {
    static final String NONE = "#f5f7f8";
    private static final int MOST = 5;
    private static final long[] ROUND = {1, 2, 5};

    static Shades of(List<Long> counts) {
        List<Long> positive = counts.stream().filter(count -> count > 0).sorted().toList();
        List<Long> lowest = new ArrayList<>();
        int classes = Math.min(MOST, (int) positive.stream().distinct().count());
        for (int i = 0; i < classes; i++) {
            long quantile = positive.get(i * positive.size() / classes);
            long start = i == 0 ? 1 : roundBelow(quantile);
            if (lowest.isEmpty() || start > lowest.getLast() && holdsSome(positive, lowest.getLast(), start)) {
                lowest.add(start);
            }
        }
        splitLast(lowest, positive);
        return new Shades(List.copyOf(lowest), counts.contains(0L));
    }

    /** Counts are skewed: where the highest class still spans more than twice its start, its upper part is told apart. */
    private static void splitLast(List<Long> lowest, List<Long> positive) {
        if (lowest.isEmpty() || lowest.size() >= MOST || positive.getLast() < 2 * lowest.getLast()) {
            return;
        }
        long upper = positive.getLast() * 3 / 4;
        long power = 1;
        while (power * 10 <= upper) {
            power *= 10;
        }
        long split = upper / power * power;
        if (split > lowest.getLast() && holdsSome(positive, lowest.getLast(), split)) {
            lowest.add(split);
        }
    }

    private static boolean holdsSome(List<Long> counts, long from, long below) {
        return counts.stream().anyMatch(count -> count >= from && count < below);
    }

    /** The largest of 1, 2, 5, 10, 20, 50 … not above a count. */
    private static long roundBelow(long count) {
        long best = 1;
        for (long power = 1; power <= count; power *= 10) {
            for (long step : ROUND) {
                if (step * power <= count) {
                    best = step * power;
                }
            }
        }
        return best;
    }

    /** The class of a count: 0 for none, then 1 upward. */
    int index(long count) {
        int index = 0;
        while (index < lowest.size() && count >= lowest.get(index)) {
            index++;
        }
        return index;
    }

    String colour(long count) {
        int index = index(count);
        return index == 0 ? NONE : Palette.step(index - 1, lowest.size());
    }

    /** What each class is called, pale to dark, with its colour. */
    List<Named> named(Language language, Canvas canvas) {
        List<Named> named = new ArrayList<>();
        if (some0) {
            named.add(new Named(NONE, Words.NONE.in(language)));
        }
        for (int i = 0; i < lowest.size(); i++) {
            long from = lowest.get(i);
            boolean last = i == lowest.size() - 1;
            long to = last ? from : lowest.get(i + 1) - 1;
            String words = last ? Words.orMore(language, canvas.numeral(from))
                    : to == from ? canvas.numeral(from) : Words.range(language, canvas.numeral(from), canvas.numeral(to));
            named.add(new Named(Palette.step(i, lowest.size()), words));
        }
        return named;
    }

    record Named(String colour, String words) {
    }
}
