package org.stele.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How good a linkage is against the truth.
 *
 * @param truePositives pairs found that are one person
 * @param found         pairs found
 * @param all           pairs of records that are one person
 */
public record Quality(long truePositives, long found, long all) {

    public double precision() {
        return found == 0 ? 1 : (double) truePositives / found;
    }

    public double recall() {
        return all == 0 ? 1 : (double) truePositives / all;
    }

    public double f1() {
        return found + all == 0 ? 1 : 2.0 * truePositives / (found + all);
    }

    /** Of pairs. {@code truth} gives the person of a row; {@code all} is the number of true pairs that may be linked. */
    public static Quality of(ScoredPairs pairs, IntFunction<String> truth, long all) {
        long right = 0;
        for (int i = 0; i < pairs.size(); i++) {
            right += truth.apply(pairs.left(i)).equals(truth.apply(pairs.right(i))) ? 1 : 0;
        }
        return new Quality(right, pairs.size(), all);
    }

    /** Of the pairs that groups imply. */
    public static Quality of(People people, IntFunction<String> truth, long all) {
        int[] personOf = people.personOf();
        var both = new HashMap<String, Long>();
        long found = 0;
        long[] sizes = new long[personOf.length];
        for (int row = 0; row < personOf.length; row++) {
            found += sizes[personOf[row]]++;
            both.merge(personOf[row] + " " + truth.apply(row), 1L, Long::sum);
        }
        return new Quality(both.values().stream().mapToLong(count -> count * (count - 1) / 2).sum(), found, all);
    }

    /** A point of the precision–recall curve: what the pairs of at least this weight would give. */
    public record Point(double weight, double precision, double recall, double f1) { }

    /** The curve at whole bits from the lightest pair to the heaviest. */
    public static List<Point> curve(ScoredPairs pairs, IntFunction<String> truth, long all) {
        var points = new ArrayList<Point>();
        int[] order = pairs.heaviestFirst();
        long right = 0;
        for (int i = 0; i < order.length; i++) {
            right += truth.apply(pairs.left(order[i])).equals(truth.apply(pairs.right(order[i]))) ? 1 : 0;
            double bits = Math.floor(pairs.weight(order[i]));
            if (i + 1 == order.length || Math.floor(pairs.weight(order[i + 1])) < bits) {
                Quality quality = new Quality(right, i + 1, all);
                points.add(new Point(bits, quality.precision(), quality.recall(), quality.f1()));
            }
        }
        return points.reversed();
    }

    /** B³ F1: how much of each record's group is its person, and how much of its person is in its group, averaged over the records. */
    public static double bCubed(People people, IntFunction<String> truth) {
        int[] personOf = people.personOf();
        var group = new HashMap<Integer, Integer>();
        var person = new HashMap<String, Integer>();
        var both = new HashMap<String, Integer>();
        for (int row = 0; row < personOf.length; row++) {
            group.merge(personOf[row], 1, Integer::sum);
            person.merge(truth.apply(row), 1, Integer::sum);
            both.merge(personOf[row] + " " + truth.apply(row), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int row = 0; row < personOf.length; row++) {
            double common = both.get(personOf[row] + " " + truth.apply(row));
            precision += common / group.get(personOf[row]);
            recall += common / person.get(truth.apply(row));
        }
        return precision + recall == 0 ? 1 : 2 * precision * recall / (precision + recall) / personOf.length;
    }
}
