package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShamirTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void theFieldIsAField() {
        for (int a = 0; a < 256; a++) {
            assertThat(Shamir.times(a, 1)).isEqualTo(a);
            assertThat(Shamir.times(a, 0)).isZero();
            if (a > 0) {
                assertThat(Shamir.times(a, Shamir.inverse(a))).isEqualTo(1);
            }
            for (int b = 0; b < 256; b++) {
                assertThat(Shamir.times(a, b)).isEqualTo(Shamir.times(b, a)).isBetween(0, 255);
                assertThat(Shamir.times(a, b ^ 0x35)).isEqualTo(Shamir.times(a, b) ^ Shamir.times(a, 0x35));
                assertThat(Shamir.times(Shamir.times(a, b), 0xc7)).isEqualTo(Shamir.times(a, Shamir.times(b, 0xc7)));
            }
        }
        // The example of FIPS 197, section 4.2.
        assertThat(Shamir.times(0x57, 0x83)).isEqualTo(0xc1);
    }

    @Test
    void allTenTriplesOfFiveRecoverAnySecret() {
        for (int round = 0; round < 300; round++) {
            byte[] secret = new byte[round % 40 + 1];
            random.nextBytes(secret);
            byte[][] shares = Shamir.split(secret, 3, 5, random);
            int triples = 0;
            for (int a = 1; a <= 5; a++) {
                for (int b = a + 1; b <= 5; b++) {
                    for (int c = b + 1; c <= 5; c++) {
                        assertThat(Shamir.combine(Map.of(a, shares[a - 1], b, shares[b - 1], c, shares[c - 1]))).isEqualTo(secret);
                        triples++;
                    }
                }
            }
            assertThat(triples).isEqualTo(10);
        }
    }

    @Test
    void withAnyPairEverySecretStaysPossible() {
        byte[] secret = {(byte) 0xa7};
        byte[][] shares = Shamir.split(secret, 3, 5, random);
        int pairs = 0;
        for (int a = 1; a <= 5; a++) {
            for (int b = a + 1; b <= 5; b++) {
                // Whatever a third share might be, another secret comes out: the two shares rule out none of the 256.
                int third = 15 - a - b > 5 || 15 - a - b == a || 15 - a - b == b ? firstOther(a, b) : 15 - a - b;
                Set<Integer> possible = new HashSet<>();
                for (int guess = 0; guess < 256; guess++) {
                    var given = new TreeMap<Integer, byte[]>(Map.of(a, shares[a - 1], b, shares[b - 1], third, new byte[] {(byte) guess}));
                    possible.add(Shamir.combine(given)[0] & 0xff);
                }
                assertThat(possible).hasSize(256);
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(10);
    }

    @Test
    void oneShareOfTheSameSecretIsAnyByteAboutEquallyOften() {
        int[] seen = new int[256];
        for (int round = 0; round < 25_600; round++) {
            seen[Shamir.split(new byte[] {42}, 3, 5, random)[2][0] & 0xff]++;
        }
        // 100 expected each; 6 standard deviations are 60.
        for (int each : seen) {
            assertThat(each).isBetween(40, 160);
        }
    }

    private static int firstOther(int a, int b) {
        int other = 1;
        while (other == a || other == b) {
            other++;
        }
        return other;
    }
}
