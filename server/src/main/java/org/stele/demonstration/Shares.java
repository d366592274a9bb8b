package org.stele.demonstration;

import java.util.Arrays;

/** Deals a whole number out in proportion, by largest remainder, so that the parts make the whole exactly. */
final class Shares {

    private Shares() {
    }

    /**
     * @param whole   what is dealt out; no more than the caps together
     * @param weights proportions, not negative
     * @param caps    the most each may get
     */
    static int[] deal(int whole, double[] weights, int[] caps) {
        int[] parts = new int[weights.length];
        if (whole > Arrays.stream(caps).sum()) {
            throw new IllegalArgumentException(whole + " is more than " + Arrays.toString(caps) + " can take");
        }
        double sum = Arrays.stream(weights).sum();
        double[] due = Arrays.stream(weights).map(weight -> sum == 0 ? 0 : whole * weight / sum).toArray();
        int left = whole;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.min(caps[i], (int) due[i]);
            left -= parts[i];
        }
        for (; left > 0; left--) {
            parts[neediest(parts, due, caps)]++;
        }
        return parts;
    }

    private static int neediest(int[] parts, double[] due, int[] caps) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < caps[i] && (best < 0 || due[i] - parts[i] > due[best] - parts[best])) {
                best = i;
            }
        }
        return best;
    }
}
