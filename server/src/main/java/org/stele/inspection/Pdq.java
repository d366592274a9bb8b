package org.stele.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * PDQ, the perceptual hash that Meta published for finding copies of a picture: smooth, sample 64 × 64 points, take the 16 × 16 lowest
 * frequencies but the mean, and note of each whether it lies above the median of all.
 *
 * <p>Source: "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", Facebook, 2019.
 */
final class Pdq {
    private static final int SAMPLED = 64;
    private static final int KEPT = 16;
    private static final float[] COSINES = cosines();

    private Pdq() {
    }

    /** The fingerprint of a picture in the position in which its pixels lie. */
    static Fingerprint of(Luma picture) {
        float[] sampled = sampled(picture);
        float[] frequencies = frequencies(sampled);
        List<PictureHash> hashes = new ArrayList<>();
        for (Turn turn : Turn.values()) {
            hashes.add(hash(turned(frequencies, turn)));
        }
        return new Fingerprint(hashes, quality(sampled));
    }

    private static float[] sampled(Luma picture) {
        int width = picture.width();
        int height = picture.height();
        float[] smooth = JaroszFilter.twice(picture);
        var sampled = new float[SAMPLED * SAMPLED];
        for (int row = 0; row < SAMPLED; row++) {
            int from = (int) ((row + 0.5) * height / SAMPLED) * width;
            for (int column = 0; column < SAMPLED; column++) {
                sampled[row * SAMPLED + column] = smooth[from + (int) ((column + 0.5) * width / SAMPLED)];
            }
        }
        return sampled;
    }

    /** How much the samples change from one to the next, which tells a scene from a blank wall: 0 to 100. */
    private static int quality(float[] sampled) {
        int change = 0;
        for (int row = 0; row < SAMPLED; row++) {
            for (int column = 0; column < SAMPLED; column++) {
                float here = sampled[row * SAMPLED + column];
                if (row + 1 < SAMPLED) {
                    change += Math.abs((int) ((here - sampled[(row + 1) * SAMPLED + column]) * 100 / 255));
                }
                if (column + 1 < SAMPLED) {
                    change += Math.abs((int) ((here - sampled[row * SAMPLED + column + 1]) * 100 / 255));
                }
            }
        }
        return Math.min(100, change / 90);
    }

    /** The discrete cosine transform, frequencies 1 to 16 in both directions. */
    private static float[] frequencies(float[] sampled) {
        var halfway = new float[KEPT * SAMPLED];
        for (int kept = 0; kept < KEPT; kept++) {
            for (int column = 0; column < SAMPLED; column++) {
                float sum = 0;
                for (int row = 0; row < SAMPLED; row++) {
                    sum += COSINES[kept * SAMPLED + row] * sampled[row * SAMPLED + column];
                }
                halfway[kept * SAMPLED + column] = sum;
            }
        }
        var frequencies = new float[KEPT * KEPT];
        for (int row = 0; row < KEPT; row++) {
            for (int column = 0; column < KEPT; column++) {
                float sum = 0;
                for (int at = 0; at < SAMPLED; at++) {
                    sum += halfway[row * SAMPLED + at] * COSINES[column * SAMPLED + at];
                }
                frequencies[row * KEPT + column] = sum;
            }
        }
        return frequencies;
    }

    private static float[] cosines() {
        var cosines = new float[KEPT * SAMPLED];
        double scale = Math.sqrt(2.0 / SAMPLED);
        for (int kept = 0; kept < KEPT; kept++) {
            for (int at = 0; at < SAMPLED; at++) {
                cosines[kept * SAMPLED + at] = (float) (scale * Math.cos(Math.PI / 2 / SAMPLED * (kept + 1) * (2 * at + 1)));
            }
        }
        return cosines;
    }

    /** The frequencies of the turned picture: a mirrored wave of odd frequency is the same wave upside down. */
    private static float[] turned(float[] frequencies, Turn turn) {
        var turned = new float[KEPT * KEPT];
        for (int row = 0; row < KEPT; row++) {
            for (int column = 0; column < KEPT; column++) {
                float value = turn.transposes ? frequencies[column * KEPT + row] : frequencies[row * KEPT + column];
                boolean against = (turn.mirrorsRows && row % 2 == 0) != (turn.mirrorsColumns && column % 2 == 0);
                turned[row * KEPT + column] = against ? -value : value;
            }
        }
        return turned;
    }

    private static PictureHash hash(float[] frequencies) {
        float[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        var bits = new boolean[frequencies.length];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[bit] = frequencies[bit] > median;
        }
        return PictureHash.of(bits);
    }
}
