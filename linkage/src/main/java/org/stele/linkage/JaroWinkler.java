package org.stele.linkage;

/** Jaro–Winkler similarity, and a cheap bound above it. Strings of up to 64 characters are compared by bit masks; longer ones by their first 64. */
final class JaroWinkler {

    private static final int GROUPS = 48;
    private static final long LETTERS = (1L << GROUPS) - 1;
    private static final double[] INVERSE = new double[128];

    static {
        for (int i = 1; i < INVERSE.length; i++) {
            INVERSE[i] = 1.0 / i;
        }
    }

    private JaroWinkler() {
    }

    /** Similarity, 0 to 1. */
    static double of(char[] a, char[] b) {
        int p = Math.min(a.length, 64);
        int q = Math.min(b.length, 64);
        if (p == 0 || q == 0) {
            return 0;
        }
        int window = Math.max(0, Math.max(p, q) / 2 - 1);
        long inA = 0;
        long inB = 0;
        for (int i = 0; i < p; i++) {
            int to = Math.min(q - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (b[j] == a[i] && (inB >>> j & 1) == 0) {
                    inA |= 1L << i;
                    inB |= 1L << j;
                    break;
                }
            }
        }
        int common = Long.bitCount(inA);
        if (common == 0) {
            return 0;
        }
        int outOfOrder = 0;
        for (long restA = inA, restB = inB; restA != 0; restA &= restA - 1, restB &= restB - 1) {
            if (a[Long.numberOfTrailingZeros(restA)] != b[Long.numberOfTrailingZeros(restB)]) {
                outOfOrder++;
            }
        }
        double c = common;
        double jaro = (c / p + c / q + (c - outOfOrder / 2) / c) / 3;
        return jaro > 0.7 ? jaro + 0.1 * prefix(a, b, p, q) * (1 - jaro) : jaro;
    }

    private static int prefix(char[] a, char[] b, int p, int q) {
        int most = Math.min(4, Math.min(p, q));
        int same = 0;
        while (same < most && a[same] == b[same]) {
            same++;
        }
        return same;
    }

    /** What the bound needs, in one number: which of 48 groups of characters occur, how many characters there are, and the first one. */
    static long summary(char[] text) {
        long letters = 0;
        int length = Math.min(text.length, 64);
        for (int i = 0; i < length; i++) {
            letters |= 1L << text[i] % GROUPS;
        }
        return letters | (long) length << GROUPS | (long) (text[0] & 0x1FF) << GROUPS + 7;
    }

    /** Never below the similarity of two texts of these summaries: characters whose group the other lacks cannot be common. */
    static double atMost(long a, long b) {
        int p = (int) (a >>> GROUPS & 0x7F);
        int q = (int) (b >>> GROUPS & 0x7F);
        int c = Math.min(p - Long.bitCount(a & ~b & LETTERS), q - Long.bitCount(b & ~a & LETTERS));
        if (c <= 0) {
            return 0;
        }
        double jaro = (INVERSE[p] * c + INVERSE[q] * c + 1) / 3;
        boolean sameStart = (a ^ b) >>> GROUPS + 7 == 0;
        // A hair more, as the sum is rounded elsewhere in another way.
        return (sameStart && jaro > 0.7 ? jaro + 0.4 * (1 - jaro) : jaro) + 1e-12;
    }
}
