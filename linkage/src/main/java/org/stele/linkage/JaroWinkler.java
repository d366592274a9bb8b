package org.stele.linkage;

/** Jaro–Winkler similarity, and a cheap bound above it. Strings of up to 64 characters are compared by bit masks; longer ones by their first 64. */
final class JaroWinkler {

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

    /** Which of 64 groups of characters occur, one bit each. */
    static long letters(char[] text) {
        long letters = 0;
        for (int i = 0; i < Math.min(text.length, 64); i++) {
            letters |= 1L << (text[i] & 63);
        }
        return letters;
    }

    /** Never below the similarity: characters whose group the other lacks cannot be common. */
    static double atMost(int p, long lettersA, int q, long lettersB, boolean sameStart) {
        int c = Math.min(p - Long.bitCount(lettersA & ~lettersB), q - Long.bitCount(lettersB & ~lettersA));
        if (c <= 0) {
            return 0;
        }
        double jaro = ((double) c / p + (double) c / q + 1) / 3;
        return sameStart && jaro > 0.7 ? jaro + 0.4 * (1 - jaro) : jaro;
    }
}
