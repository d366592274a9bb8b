package org.stele.linkage;

import java.util.SplittableRandom;

/** Small made-up lists for tests: people of few names, each recorded one to three times with slips. */
final class Lists {

    private static final String LETTERS = "abcdefghij";

    private Lists() {
    }

    /** Identifiers are "person-copy"; the source is "a", "b" or "c" by copy, so that no source holds a person twice. */
    static Records people(int count, long seed) {
        var random = new SplittableRandom(seed);
        Records.Builder records = Records.of("given", "family", "born", "place", "words");
        for (int person = 0; person < count; person++) {
            String given = word(random, 60);
            String family = word(random, 400);
            String born = "%d-%02d-%02d".formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String place = "p" + random.nextInt(20);
            int copies = 1 + random.nextInt(3);
            for (int copy = 0; copy < copies; copy++) {
                String spelt = random.nextInt(10) == 0 ? family.substring(1) : family;
                records.add("abc".substring(copy, copy + 1), person + "-" + copy, given, spelt, random.nextInt(8) == 0 ? null : born,
                        random.nextInt(8) == 0 ? "p" + random.nextInt(20) : place, given + Records.SEPARATOR + spelt);
            }
        }
        return records.build();
    }

    private static String word(SplittableRandom random, int variety) {
        var letters = new SplittableRandom(random.nextInt(variety));
        var word = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            word.append(LETTERS.charAt(letters.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    static String person(Records records, int row) {
        return records.id(row).split("-")[0];
    }

    static Linkage linkage(Records records, int threads) {
        return Linkage.of(records).threads(threads)
                .compare(Comparison.of("given", TextMeasure.similar(0.92, 0.8)).weighedByFrequency())
                .compare(Comparison.of("family", TextMeasure.similar(0.92, 0.8)).weighedByFrequency())
                .compare(Comparison.of("born", new DateMeasure()))
                .compare(Comparison.of("place", TextMeasure.equal()))
                .block(BlockingRule.on("given", "family"))
                .block(BlockingRule.on("born"))
                .block(BlockingRule.on("family", "place"));
    }
}
