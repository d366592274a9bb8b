package org.stele.linkage;

/**
 * Chooses the weight from which a pair counts as found, without any truth. People are what the constraints make of all pairs that are more
 * likely than not (one-to-one, guarded groups); the threshold is the one at which the pairs alone come nearest to those people.
 */
public final class Threshold {

    /** A pair of this weight is as likely one person as not, as far as the model holds. */
    public static final double EVEN = 0;

    private Threshold() {
    }

    /** The weight at which the pairs, taken alone, agree best (by F1) with the people.
     *  @param pairs  candidate pairs, at least those down to {@link #EVEN}
     *  @param people what the constraints made of them */
    public static double agreeing(ScoredPairs pairs, People people) {
        int[] personOf = people.personOf();
        long implied = Quality.of(people, row -> "", 0).found();
        int[] order = pairs.heaviestFirst();
        double best = EVEN;
        double bestF1 = -1;
        long agreed = 0;
        for (int i = 0; i < order.length; i++) {
            double weight = pairs.weight(order[i]);
            agreed += personOf[pairs.left(order[i])] == personOf[pairs.right(order[i])] ? 1 : 0;
            boolean lastOfWeight = i + 1 == order.length || pairs.weight(order[i + 1]) < weight;
            double f1 = new Quality(agreed, i + 1, implied).f1();
            if (lastOfWeight && f1 > bestF1) {
                bestF1 = f1;
                best = weight;
            }
        }
        return best;
    }
}
