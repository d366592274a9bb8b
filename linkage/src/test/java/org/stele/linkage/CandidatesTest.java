package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatesTest {

    private static final List<BlockingRule> RULES = List.of(BlockingRule.on("given", "place"), BlockingRule.on("words"), BlockingRule.on("given", "family", "born"),
            BlockingRule.on("family"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyPairThatAnyRuleMakesIsGivenOnce(long seed) {
        Records records = Lists.people(150, seed);
        List<String> given = given(new Candidates(records, RULES, Set.of("b")));
        assertThat(given).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected(records));
    }

    private static Set<String> expected(Records records) {
        var pairs = new HashSet<String>();
        for (int a = 0; a < records.size(); a++) {
            for (int b = a + 1; b < records.size(); b++) {
                boolean cleanPair = records.source().value(a).equals("b") && records.source().value(b).equals("b");
                boolean agrees = same(records, a, b, "given", "place") || same(records, a, b, "family") || sharesWord(records, a, b);
                if (agrees && !cleanPair) {
                    pairs.add(a + " " + b);
                }
            }
        }
        return pairs;
    }

    private static boolean same(Records records, int a, int b, String... columns) {
        for (String column : columns) {
            if (records.column(column).value(a).isEmpty() || !records.column(column).value(a).equals(records.column(column).value(b))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sharesWord(Records records, int a, int b) {
        var words = new HashSet<>(List.of(records.column("words").value(a).split(String.valueOf(Records.SEPARATOR))));
        words.retainAll(List.of(records.column("words").value(b).split(String.valueOf(Records.SEPARATOR))));
        return !words.isEmpty();
    }

    private static List<String> given(Candidates candidates) {
        var pairs = new ArrayList<String>();
        for (Candidates.Piece piece : candidates.pieces()) {
            candidates.each(piece, true, (row, others, count) -> {
                for (int i = 0; i < count; i++) {
                    pairs.add(row + " " + others[i]);
                }
            });
        }
        return pairs;
    }

    @Test
    void tooLargeABlockIsDividedByAFurtherField() {
        Records records = Lists.people(300, 4);
        var whole = new Candidates(records, List.of(BlockingRule.on("place")), Set.of());
        var divided = new Candidates(records, List.of(BlockingRule.on("place").dividing(10, "given")), Set.of());
        assertThat(given(divided)).isNotEmpty().hasSizeLessThan(given(whole).size() / 5).allMatch(pair -> {
            String[] rows = pair.split(" ");
            return same(records, Integer.parseInt(rows[0]), Integer.parseInt(rows[1]), "place", "given");
        });
    }

    @Test
    void oneLargeBlockIsCutIntoPiecesThatTogetherHoldAllOfIt() {
        Records.Builder builder = Records.of("x");
        for (int i = 0; i < 2500; i++) {
            builder.add("a", "r" + i, "same");
        }
        var candidates = new Candidates(builder.build(), List.of(BlockingRule.on("x")), Set.of());
        assertThat(candidates.pieces()).hasSizeGreaterThan(3);
        assertThat(candidates.counts(2)).containsExactly(2500L * 2499 / 2);
    }
}
