package org.stele.linkage.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up person, as they truly were. */
record Victim(boolean man, Stock.Word given, Stock.Word father, Stock.Word grandfather, Stock.Word family, Stock.Word mother, Stock.Word mothersFamily, LocalDate born, boolean bornKnownByYear,
        LocalDate died, int place, int origin) {

    static final int PLACES = 300;
    private static final LocalDate FIRST = LocalDate.of(2011, 3, 15);
    private static final int DAYS = 5000;
    /** Days of great events: a third of all deaths fall on them. */
    private static final int GREAT_DAYS = 400;

    /** The names that people are drawn from. */
    record Names(Stock men, Stock women, Stock families) {

        static Names of(long seed) {
            var random = new SplittableRandom(seed);
            return new Names(Stock.men(random), Stock.women(random), Stock.families(random));
        }
    }

    /** One to several siblings; most often one, and often killed together. Two people of five have a sibling among the killed. */
    static List<Victim> household(Names names, SplittableRandom random) {
        Stock.Word father = names.men.draw(random);
        Stock.Word grandfather = names.men.draw(random);
        Stock.Word family = names.families.draw(random);
        Stock.Word mother = names.women.draw(random);
        Stock.Word mothersFamily = names.families.draw(random);
        int origin = skewed(random);
        int size = random.nextInt(100) < 70 ? 1 : 2 + random.nextInt(3) * random.nextInt(2);
        LocalDate together = day(random);
        int parentsAge = random.nextInt(70) - random.nextInt(8);
        var siblings = new ArrayList<Victim>();
        for (int i = 0; i < size; i++) {
            boolean man = random.nextInt(100) < 62;
            Stock.Word given = (man ? names.men : names.women).draw(random);
            boolean twice = siblings.stream().anyMatch(sibling -> sibling.given.equals(given));
            LocalDate died = random.nextInt(2) == 0 ? together : day(random);
            LocalDate born = FIRST.minusYears(parentsAge).plusDays(random.nextInt(-4000, 3000));
            boolean byYear = random.nextInt(10) == 0;
            if (!twice) {
                siblings.add(new Victim(man, given, father, grandfather, family, mother, mothersFamily, byYear ? born.withDayOfYear(1) : born, byYear, died.isBefore(born) ? born.plusDays(30) : died,
                        died.equals(together) ? origin : skewed(random), origin));
            }
        }
        return siblings;
    }

    private static LocalDate day(SplittableRandom random) {
        int day = random.nextInt(3) == 0 ? random.nextInt(GREAT_DAYS) * 12 : (random.nextInt(DAYS) + random.nextInt(DAYS)) / 2;
        return FIRST.plusDays(day);
    }

    private static int skewed(SplittableRandom random) {
        double x = random.nextDouble();
        return (int) (x * x * PLACES);
    }
}
