package org.stele.messages;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stele.fixity.Digest;

/**
 * The code by which a sender comes back: 80 random bits as sixteen digits and letters in four groups, easy to copy by hand. Who has it
 * is the sender; it is shown once, and only its SHA-256 is kept, which 80 bits make useless for guessing.
 */
public record Receipt(String code) {

    /** Crockford's base 32: no I, L, O or U. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Made when a form is opened and sent back with it, so that a form that is sent twice is one message with one code. */
    public static Receipt fresh() {
        return new Receipt(RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining()));
    }

    /** A code as somebody typed it: spaces, hyphens, small letters and look-alikes are forgiven. Empty if it cannot be one. */
    public static Optional<Receipt> typed(String typed) {
        String code = typed.codePoints().mapToObj(Receipt::plain).collect(Collectors.joining()).replaceAll("[\\s\\p{Pd}]+", "")
                .replace('O', '0').replace('I', '1').replace('L', '1');
        boolean right = code.length() == LENGTH && code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        return right ? Optional.of(new Receipt(code)) : Optional.empty();
    }

    private static String plain(int letter) {
        return Character.isDigit(letter) ? String.valueOf(Character.digit(letter, 10))
                : Character.toString(letter).toUpperCase(Locale.ROOT);
    }

    /** In groups of four. */
    public String shown() {
        return IntStream.range(0, LENGTH / 4).mapToObj(group -> code.substring(group * 4, group * 4 + 4)).collect(Collectors.joining(" "));
    }

    String digest() {
        return Digest.of("stele receipt " + code).sha256();
    }

    /** Not the code: it must not stand in a log. */
    @Override
    public String toString() {
        return "a receipt code";
    }
}
