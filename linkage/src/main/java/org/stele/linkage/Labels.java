package org.stele.linkage;

import java.util.List;

/** m from pairs that people judged. */
final class Labels {

    private Labels() {
    }

    /** Share of each level among the pairs, half a pair added to each: never seen is not impossible. */
    static double[][] shares(Fields fields, List<int[]> same) {
        double[][] m = new double[fields.count()][];
        for (int c = 0; c < m.length; c++) {
            double[] seen = new double[fields.levels[c]];
            double known = 0;
            for (int[] pair : same) {
                int level = fields.level(c, pair[0], pair[1]);
                if (level >= 0) {
                    seen[level]++;
                    known++;
                }
            }
            for (int level = 0; level < seen.length; level++) {
                seen[level] = (seen[level] + 0.5) / (known + 0.5 * seen.length);
            }
            m[c] = seen;
        }
        return m;
    }
}
