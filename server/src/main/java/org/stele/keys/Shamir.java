package org.stele.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

/**
 * Shamir's sharing of a secret (Communications of the ACM 22, 1979), byte by byte over GF(256) with the polynomial of AES: any
 * {@code threshold} shares give the secret, fewer give nothing at all. No table lookups and no branches depend on secret bytes.
 */
final class Shamir {
    private static final int POLYNOMIAL = 0x11b;

    private Shamir() {
    }

    /**
     * @param of how many shares, at most 255
     * @return the shares numbered from 1: {@code shares[0]} is share 1
     */
    static byte[][] split(byte[] secret, int threshold, int of, SecureRandom random) {
        if (threshold < 2 || of < threshold || of > 255) {
            throw new IllegalArgumentException("There must be 2 to 255 shares, and at least 2 of them needed: not " + threshold + " of " + of);
        }
        byte[][] shares = new byte[of][secret.length];
        byte[] coefficients = new byte[threshold];
        for (int at = 0; at < secret.length; at++) {
            random.nextBytes(coefficients);
            coefficients[0] = secret[at];
            for (int number = 1; number <= of; number++) {
                int value = 0;
                for (int power = threshold - 1; power >= 0; power--) {
                    value = times(value, number) ^ (coefficients[power] & 0xff);
                }
                shares[number - 1][at] = (byte) value;
            }
        }
        Arrays.fill(coefficients, (byte) 0);
        return shares;
    }

    /** The polynomial through the numbered shares, at 0. With enough right shares that is the secret; whether it is, the caller must know. */
    static byte[] combine(Map<Integer, byte[]> shares) {
        int length = shares.values().iterator().next().length;
        byte[] secret = new byte[length];
        shares.forEach((number, share) -> {
            if (number < 1 || number > 255 || share.length != length) {
                throw new IllegalArgumentException("Shares are numbered from 1 to 255 and are of one length");
            }
            int weight = 1;
            for (int other : shares.keySet()) {
                if (other != number) {
                    weight = times(weight, times(other, inverse(other ^ number)));
                }
            }
            for (int at = 0; at < length; at++) {
                secret[at] ^= (byte) times(share[at] & 0xff, weight);
            }
        });
        return secret;
    }

    static int times(int left, int right) {
        int product = 0;
        int shifted = left;
        for (int bit = 0; bit < 8; bit++) {
            product ^= shifted & -((right >> bit) & 1);
            shifted = (shifted << 1) ^ (POLYNOMIAL & -(shifted >> 7));
        }
        return product;
    }

    /** In this field, the 254th power. */
    static int inverse(int value) {
        int power = value;
        int inverse = 1;
        for (int bit = 1; bit < 8; bit++) {
            power = times(power, power);
            inverse = times(inverse, power);
        }
        return inverse;
    }
}
