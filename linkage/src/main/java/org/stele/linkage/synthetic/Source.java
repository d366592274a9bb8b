package org.stele.linkage.synthetic;

import java.util.SplittableRandom;

/** The habits of one list: what it knows, how it writes, what it damages. */
record Source(String name, boolean latin, boolean invertsLamAlef, boolean joinsCompounds, double habits, double slips, double noGrandfather, double noMother, double noBorn,
        double noPlace, double ageOff, double bornOff, double diedOff, double diedByMonth, double swaps) {

    /** @param difficulty 1 for the rates found between real lists; 0 for none, 2 for twice as many errors */
    static Source random(int number, boolean latin, double difficulty, SplittableRandom random) {
        double scale = difficulty;
        return new Source("list " + number, latin, !latin && number % 5 == 4 && difficulty > 0, random.nextInt(3) > 0, 0.25 * scale * random.nextDouble(),
                scale * (0.005 + 0.02 * random.nextDouble()), Math.min(1, scale * (random.nextInt(3) == 0 ? 0.3 : 0.03)), Math.min(1, scale * (random.nextInt(2) == 0 ? 0.6 : 0.1)),
                Math.min(1, scale * (random.nextInt(3) == 0 ? 0.5 : 0.1)), Math.min(1, scale * 0.05), scale * 0.12 * random.nextDouble(), scale * 0.04 * random.nextDouble(),
                scale * 0.15 * random.nextDouble(), scale * 0.04, scale * 0.004);
    }
}
