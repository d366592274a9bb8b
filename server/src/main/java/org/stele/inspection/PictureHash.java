package org.stele.inspection;

import java.util.HexFormat;

/**
 * A perceptual hash of 256 bits (PDQ): pictures that look alike have hashes that differ in few bits. Written as 64 hexadecimal digits,
 * the highest bit first.
 *
 * @param first bits 255 to 192
 * @param second bits 191 to 128
 * @param third bits 127 to 64
 * @param fourth bits 63 to 0
 */
public record PictureHash(long first, long second, long third, long fourth) {
    /** Two pictures whose hashes differ in at most so many of 256 bits may be the same one; unrelated ones differ in 112 to 138. */
    public static final int ALIKE = 31;

    /** How many of the 256 bits differ: 0 to 256. */
    public int distance(PictureHash other) {
        return Long.bitCount(first ^ other.first) + Long.bitCount(second ^ other.second) + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /** Reads 64 hexadecimal digits; anything else is an {@link IllegalArgumentException}. */
    public static PictureHash parse(String digits) {
        if (digits.length() != 64) {
            throw new IllegalArgumentException("A picture's hash has 64 hexadecimal digits, this has " + digits.length() + ".");
        }
        var words = new long[4];
        for (int word = 0; word < 4; word++) {
            words[word] = HexFormat.fromHexDigitsToLong(digits, word * 16, word * 16 + 16);
        }
        return new PictureHash(words[0], words[1], words[2], words[3]);
    }

    /** The hash whose bit {@code n}, counted from the lowest, is {@code bits[n]}. */
    static PictureHash of(boolean[] bits) {
        var words = new long[4];
        for (int bit = 0; bit < bits.length; bit++) {
            if (bits[bit]) {
                words[3 - (bit >> 6)] |= 1L << (bit & 63);
            }
        }
        return new PictureHash(words[0], words[1], words[2], words[3]);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }
}
