package org.stele.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fills a table of whole numbers whose rows and columns come to given sums, as near as may be to given likelihoods: the likelihoods
 * are bent to the sums (iterative proportional fitting), rounded down, and what is missing is put where the fractions were.
 */
final class Margins {

    private static final int ROUNDS = 500;

    private final double[][] likely;
    private final int[] rows;
    private final int[] columns;
    private final int[][] table;

    private Margins(double[][] likely, int[] rows, int[] columns) {
        this.likely = likely;
        this.rows = rows.clone();
        this.columns = columns.clone();
        this.table = new int[rows.length][columns.length];
    }

    /**
     * @param likely likelihoods, 0 for never
     * @param rows   sums of the rows
     * @param columns sums of the columns, together the same as those of the rows
     * @throws IllegalArgumentException if no table keeps to all of it
     */
    static int[][] fill(double[][] likely, int[] rows, int[] columns, Dice dice) {
        if (Arrays.stream(rows).sum() != Arrays.stream(columns).sum()) {
            throw new IllegalArgumentException("Rows come to " + Arrays.stream(rows).sum() + " and columns to " + Arrays.stream(columns).sum());
        }
        var margins = new Margins(likely, rows, columns);
        margins.round(margins.fitted(), dice);
        margins.complete();
        return margins.table;
    }

    private double[][] fitted() {
        double[][] fit = Arrays.stream(likely).map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            for (int c = 0; c < columns.length; c++) {
                double sum = 0;
                for (double[] row : fit) {
                    sum += row[c];
                }
                for (double[] row : fit) {
                    row[c] = sum == 0 ? 0 : row[c] * columns[c] / sum;
                }
            }
            for (int r = 0; r < rows.length; r++) {
                double sum = Arrays.stream(fit[r]).sum();
                for (int c = 0; c < columns.length; c++) {
                    fit[r][c] = sum == 0 ? 0 : fit[r][c] * rows[r] / sum;
                }
            }
        }
        return fit;
    }

    private record Fraction(int row, int column, double delay) {
    }

    private void round(double[][] fit, Dice dice) {
        List<Fraction> fractions = new ArrayList<>();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                int whole = Math.min((int) fit[r][c], Math.min(rows[r], columns[c]));
                add(r, c, whole);
                if (fit[r][c] - whole > 0) {
                    fractions.add(new Fraction(r, c, dice.wait(fit[r][c] - whole)));
                }
            }
        }
        fractions.sort(Comparator.comparingDouble(Fraction::delay));
        for (Fraction fraction : fractions) {
            if (rows[fraction.row] > 0 && columns[fraction.column] > 0) {
                add(fraction.row, fraction.column, 1);
            }
        }
    }

    private void complete() {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                while (rows[r] > 0 && columns[c] > 0) {
                    if (likely[r][c] > 0) {
                        add(r, c, 1);
                    } else {
                        exchange(r, c);
                    }
                }
            }
        }
    }

    /** Row and column lack one, but their own cell is barred: another cell lends its one. */
    private void exchange(int row, int column) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                if (table[r][c] > 0 && likely[row][c] > 0 && likely[r][column] > 0) {
                    add(r, c, -1);
                    add(row, c, 1);
                    add(r, column, 1);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("Row " + row + " and column " + column + " lack one that no cell may take");
    }

    private void add(int row, int column, int number) {
        table[row][column] += number;
        rows[row] -= number;
        columns[column] -= number;
    }
}
