package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stele.linkage.names.NameText;
import org.stele.linkage.names.PersonName;
import org.stele.linkage.synthetic.SyntheticLists;

/** Generated lists full of siblings and of people nobody could name: neither are taken for one person. */
class FamiliesTest {

    private static Records records;
    private static ScoredPairs pairs;
    private static long truePairs;

    @BeforeAll
    static void link() throws IOException {
        Records.Builder builder = Records.of("person", "given", "father", "grandfather", "family", "mother", "sex", "age", "born", "died", "place");
        Map<String, Long> copies = new HashMap<>();
        new SyntheticLists(20_000, 0, 1, 99).each(v -> {
            builder.add(v.get(2), v.get(0), v.get(1), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7), v.get(8), v.get(9), v.get(10), v.get(11), v.get(12));
            copies.merge(v.get(1), 1L, Long::sum);
        });
        truePairs = copies.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        Records made = builder.build();
        for (String name : List.of("given", "father", "grandfather", "family", "mother")) {
            made = made.with(name + " name", name, written -> String.join("", PersonName.parse(written).chain()))
                    .with(name + " key", name, written -> NameText.folded(String.join(" ", PersonName.parse(written).chain())).replace(" ", ""));
        }
        records = made;
        TextMeasure name = TextMeasure.equal().thenKey("folded", NameText::folded).thenSimilar(0.92).thenSimilar(0.80);
        Model model = Linkage.of(records).threads(2)
                .compare(Comparison.of("given name", name).weighedByFrequency())
                .compare(Comparison.of("father name", name).weighedByFrequency())
                .compare(Comparison.of("grandfather name", name))
                .compare(Comparison.of("family name", name).weighedByFrequency())
                .compare(Comparison.of("mother name", name))
                .compare(Comparison.of("sex", TextMeasure.equal()))
                .compare(Comparison.of("age", NumberMeasure.within(1, 3)))
                .compare(Comparison.of("born", new DateMeasure()))
                .compare(Comparison.of("died", new DateMeasure()))
                .compare(Comparison.of("place", TextMeasure.equal()).weighedByFrequency())
                .sharedByRelatives("father name", "grandfather name", "family name", "mother name", "died", "place")
                .block(BlockingRule.on("given key", "family key"))
                .block(BlockingRule.on("father key", "family key"))
                .block(BlockingRule.on("given key", "died"))
                .block(BlockingRule.on("mother key"))
                .block(BlockingRule.on("died", "place"))
                .estimate();
        pairs = model.predict(Threshold.EVEN);
    }

    @Test
    void theLinkageIsGoodThoughSiblingsShareMost() {
        assertThat(Quality.of(pairs, row -> records.column("person").value(row), truePairs).f1()).isGreaterThan(0.98);
    }

    @Test
    void atEvenOddsFewSiblingsAreTakenForOnePersonAndFromTenBitsOnNone() {
        assertThat(siblings(pairs)).isLessThan(pairs.size() / 50);
        assertThat(siblings(pairs.atLeast(10))).isZero();
        assertThat(pairs.atLeast(10).size()).isGreaterThan(pairs.size() * 9 / 10);
    }

    /** Pairs of two people with father, grandfather and family name in common and different first names. */
    private static int siblings(ScoredPairs pairs) {
        int siblings = 0;
        for (int i = 0; i < pairs.size(); i++) {
            boolean family = same(pairs, i, "father key") && same(pairs, i, "grandfather key") && same(pairs, i, "family key") && !same(pairs, i, "person");
            siblings += family && !same(pairs, i, "given key") ? 1 : 0;
        }
        return siblings;
    }

    private static boolean same(ScoredPairs pairs, int pair, String column) {
        return records.column(column).value(pairs.left(pair)).equals(records.column(column).value(pairs.right(pair)));
    }

    @Test
    void twoUnidentifiedRecordsAreNeverLinked() {
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(records.column("given name").value(pairs.left(i)) + records.column("family name").value(pairs.left(i))).isNotEmpty();
        }
        assertThat(records.column("given").values()).contains("مجهول الهوية");
        assertThat(records.column("given name").values()).doesNotContain("مجهول", "اشلا", "الهويه");
    }
}
