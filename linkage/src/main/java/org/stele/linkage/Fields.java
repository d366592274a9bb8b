package org.stele.linkage;

import java.util.List;
import java.util.Set;

/** The comparisons made ready for the records: codes, agreement of codes, and how frequent each value is. */
final class Fields {

    final List<Comparison> comparisons;
    final Column[] columns;
    final Measure.Agreement[] agreements;
    /** Share of each value among the known ones of its column. */
    final double[][] shares;
    /** Number of levels of each comparison. */
    final int[] levels;
    /** Whether relatives share the field, by comparison. */
    final boolean[] shared;

    Fields(Records records, List<Comparison> comparisons, Set<String> sharedByRelatives) {
        this.comparisons = List.copyOf(comparisons);
        int count = comparisons.size();
        columns = new Column[count];
        agreements = new Measure.Agreement[count];
        shares = new double[count][];
        levels = new int[count];
        shared = new boolean[count];
        for (int c = 0; c < count; c++) {
            Comparison comparison = comparisons.get(c);
            columns[c] = records.column(comparison.column());
            shared[c] = sharedByRelatives.contains(comparison.column());
            agreements[c] = comparison.measure().over(columns[c].values());
            levels[c] = comparison.measure().levels().size();
            int[] counts = columns[c].counts();
            double known = Math.max(1, columns[c].known());
            shares[c] = new double[counts.length];
            for (int v = 0; v < counts.length; v++) {
                shares[c][v] = counts[v] / known;
            }
        }
    }

    int count() {
        return columns.length;
    }

    /** The codes of each comparison for some rows in their order. */
    int[][] inOrder(int[] rows) {
        int[][] codes = new int[columns.length][rows.length];
        for (int c = 0; c < codes.length; c++) {
            int[] from = columns[c].codes();
            for (int i = 0; i < rows.length; i++) {
                codes[c][i] = from[rows[i]];
            }
        }
        return codes;
    }

    /** Level of two rows, −1 if either value is missing. */
    int level(int comparison, int rowA, int rowB) {
        int[] codes = columns[comparison].codes();
        int a = codes[rowA];
        int b = codes[rowB];
        return a < 0 || b < 0 ? -1 : a == b ? 0 : agreements[comparison].level(a, b);
    }

    /** All levels of a pair as one number: mixed radix, 0 for missing. */
    long pattern(int rowA, int rowB) {
        long pattern = 0;
        for (int c = 0; c < levels.length; c++) {
            pattern = pattern * (levels[c] + 1) + level(c, rowA, rowB) + 1;
        }
        return pattern;
    }

    /** The levels of a pattern, −1 for missing. */
    int[] levelsOf(long pattern) {
        int[] result = new int[levels.length];
        long rest = pattern;
        for (int c = levels.length - 1; c >= 0; c--) {
            result[c] = (int) (rest % (levels[c] + 1)) - 1;
            rest /= levels[c] + 1;
        }
        return result;
    }

    /** True if a blocking rule says anything on the field of a comparison, directly or by a column made from the same origin. */
    boolean touches(BlockingRule rule, int comparison, Records records) {
        Set<String> origins = columns[comparison].origins();
        return rule.columns().stream().anyMatch(name -> records.column(name).origins().stream().anyMatch(origins::contains));
    }
}
