package org.stele.linkage;

import java.util.List;

/** How two values of a field may agree: named levels, the best first (equal), the last for everything else. */
public interface Measure {

    /** Names of the levels, best first; the first is "equal". */
    List<String> levels();

    /** Makes ready for the values of one column, by code. */
    Agreement over(String[] values);

    /** Levels of pairs of values, by code. Safe for use by several threads, and the same answer whoever asks. */
    interface Agreement {

        /** Level of two different codes, neither missing. Never 0 for a pair that any caller should count as the same value. */
        int level(int a, int b);

        /** The best level the two could have, cheaply: never worse than {@link #level}. */
        default int atBest(int a, int b) {
            return level(a, b);
        }

        /** The best level of one value with each of many rows' values: −1 where a row has none. An implementation may repeat this loop, to be
         *  compiled for itself. */
        default void atBest(int a, int[] codes, int[] rows, int count, byte[] best) {
            for (int i = 0; i < count; i++) {
                int b = codes[rows[i]];
                best[i] = (byte) (b < 0 ? -1 : b == a ? 0 : atBest(a, b));
            }
        }
    }
}
