package org.stele.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.stele.database.Refusal;

/** Passwords: how they are kept, how good they must be, how one is made up. */
public final class Passwords {

    /** Shortest password that is taken, in characters. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;

    /** Fewest guesses that a password must take of somebody who knows lists, patterns and names: zxcvbn's highest grade. */
    private static final double GUESSES = 1e10;

    /**
     * Argon2id with 19 MiB, two rounds, one lane: OWASP's choice (2023). The kind stands before each stored password, so it can be raised
     * later.
     */
    private static final String KIND = "argon2id-19m-2";
    private static final int KIBIBYTES = 19 * 1024;

    /** How passwords were kept before; who signs in with one has it kept anew. */
    private static final String FORMER = "pbkdf2-sha512-210k";

    /** No letters or digits that look alike on paper. */
    static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final PasswordEncoder ENCODER = new DelegatingPasswordEncoder(KIND, Map.of(
            KIND, new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, 2),
            FORMER, new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));

    /** So many at once and no more: each takes 19 MiB, and strangers decide how many ask. */
    private static final Semaphore AT_ONCE = new Semaphore(8);

    /** Half a megabyte of lists, read when a password is first chosen. */
    private static final class Guesser {
        static final Zxcvbn ONE = new Zxcvbn();
    }

    private Passwords() {
    }

    /** Five groups of four: 99 bits, good to read aloud and to type. */
    public static String generate() {
        return groups(5);
    }

    /** So many groups of four letters and digits, parted by hyphens: 19.8 bits each. */
    static String groups(int number) {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, number).mapToObj(group -> random.ints(4, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at))).collect(Collectors.joining())).collect(Collectors.joining("-"));
    }

    /** @throws Refusal for a password that is too easy to guess */
    static String kept(String account, String password) {
        if (!hasLength(password)) {
            throw new Refusal("A password must have " + SHORTEST + " to " + LONGEST
                    + " characters. A few words that do not belong together are good.");
        }
        if (isCommon(account, password)) {
            throw new Refusal("This password is easy to guess: it is common, or made of what is. A few words that do not belong together are better.");
        }
        return encoded(password);
    }

    static boolean hasLength(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** Whether a password is on the lists, or made of what is on them or of the account's name. */
    static boolean isCommon(String account, String password) {
        return Guesser.ONE.measure(password, List.of(account, "stele")).getGuesses() < GUESSES;
    }

    static String encoded(String password) {
        return slowly(() -> ENCODER.encode(password));
    }

    static boolean matches(String password, String kept) {
        return password.length() <= LONGEST && slowly(() -> ENCODER.matches(password, kept));
    }

    /** Whether a password is kept in another way than new ones are. */
    static boolean isOutOfDate(String kept) {
        return !kept.startsWith("{" + KIND + "}");
    }

    private static <T> T slowly(Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
