package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest {

    private static ScoredPairs pairs(double... leftRightWeight) {
        int count = leftRightWeight.length / 3;
        int[] left = new int[count];
        int[] right = new int[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] = (int) leftRightWeight[3 * i];
            right[i] = (int) leftRightWeight[3 * i + 1];
            weights[i] = leftRightWeight[3 * i + 2];
        }
        return ScoredPairs.sorted(left, right, weights);
    }

    @Test
    void oneChancePairDoesNotJoinTwoFamilies() {
        ScoredPairs pairs = pairs(0, 1, 9, 1, 2, 9, 0, 2, 9, 3, 4, 9, 4, 5, 9, 3, 5, 9, 2, 3, 5);
        assertThat(People.of(6, pairs, new int[6], source -> false, 0.34).personOf()).containsExactly(0, 0, 0, 3, 3, 3);
        assertThat(People.of(6, pairs, new int[6], source -> false, 0).personOf()).containsOnly(0);
    }

    @Test
    void aCleanListNeverHoldsAPersonTwiceNotEvenByWayOfAnother() {
        int[] source = {0, 1, 0, 2};
        ScoredPairs pairs = pairs(0, 1, 9, 1, 2, 8, 2, 3, 7);
        assertThat(People.of(4, pairs, source, s -> s == 0, 0).personOf()).containsExactly(0, 0, 2, 2);
    }

    @Test
    void twoCleanListsAreLinkedOneToOneAndACleanOneToAnotherManyToOne() {
        int[] source = {0, 0, 1, 1};
        ScoredPairs pairs = pairs(0, 2, 9, 0, 3, 8, 1, 2, 7, 1, 3, 1);
        ScoredPairs both = OneToOne.of(pairs, source, s -> true);
        assertThat(both.size()).isEqualTo(2);
        assertThat(both.weight(0) + both.weight(1)).isEqualTo(10);
        // Only list 0 is clean: each record of list 1 has one partner there, and a record of list 0 may have several.
        ScoredPairs many = OneToOne.of(pairs, source, s -> s == 0);
        assertThat(many.size()).isEqualTo(2);
        assertThat(many.left(0)).isZero();
        assertThat(many.left(1)).isZero();
    }

    @Test
    void qualityCountsPairsAndRecords() {
        People people = People.of(4, pairs(0, 1, 5, 2, 3, 5), new int[4], s -> false, 0);
        String[] truth = {"x", "x", "x", "y"};
        Quality quality = Quality.of(people, row -> truth[row], 3);
        assertThat(quality).isEqualTo(new Quality(1, 2, 3));
        assertThat(quality.f1()).isEqualTo(0.4);
        // Precision (1 + 1 + ½ + ½)/4, recall (⅔ + ⅔ + ⅓ + 1)/4.
        assertThat(Quality.bCubed(people, row -> truth[row])).isEqualTo(2 * 0.75 * (8.0 / 12) / (0.75 + 8.0 / 12));
    }
}
