package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole numbers dealt out to exact sums. */
class AllotmentTest {

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aTableKeepsToTheSumsOfItsRowsAndColumnsAndToWhatIsBarred(int seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(9);
        double[][] likely = new double[rows][columns];
        int[] rowSums = new int[rows];
        int[] columnSums = new int[columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                likely[r][c] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                // The sums come from a table that exists, so there is an answer.
                int whole = likely[r][c] == 0 ? 0 : random.nextInt(7);
                rowSums[r] += whole;
                columnSums[c] += whole;
            }
        }

        int[][] table = Margins.fill(likely, rowSums, columnSums, Dice.forPurpose("test"));

        for (int r = 0; r < rows; r++) {
            assertThat(Arrays.stream(table[r]).sum()).isEqualTo(rowSums[r]);
            for (int c = 0; c < columns; c++) {
                assertThat(table[r][c]).isNotNegative();
                assertThat(likely[r][c] > 0 || table[r][c] == 0).isTrue();
            }
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            assertThat(Arrays.stream(table).mapToInt(row -> row[column]).sum()).isEqualTo(columnSums[c]);
        }
    }

    @Test
    void sumsThatCannotMeetAreRefused() {
        assertThatThrownBy(() -> Margins.fill(new double[][] {{1}}, new int[] {1}, new int[] {2}, Dice.forPurpose("test"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Margins.fill(new double[][] {{0}}, new int[] {1}, new int[] {1}, Dice.forPurpose("test"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAreDealtByLargestRemainderWithinTheirCaps() {
        assertThat(Shares.deal(10, new double[] {1, 1, 1}, new int[] {10, 10, 10})).containsExactly(4, 3, 3);
        assertThat(Shares.deal(7, new double[] {5, 3, 2}, new int[] {2, 9, 9})).containsExactly(2, 3, 2);
        assertThat(Shares.deal(0, new double[] {0, 0}, new int[] {0, 0})).containsExactly(0, 0);
        assertThatThrownBy(() -> Shares.deal(3, new double[] {1, 1}, new int[] {1, 1})).isInstanceOf(IllegalArgumentException.class);
    }
}
