package org.stele.access;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.stele.database.Refusal;

/** Passwords: how they are kept, how long they must be, how one is made up. */
public final class Passwords {

    /** Shortest password that is taken, in characters. */
    public static final int SHORTEST = 12;

    /** OWASP's number for PBKDF2 with HMAC-SHA-512 (2023). The kind stands before each stored password, so it can be raised later. */
    private static final int ROUNDS = 210_000;
    private static final String KIND = "pbkdf2-sha512-210k";

    /** No letters or digits that look alike on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    static final PasswordEncoder ENCODER = new DelegatingPasswordEncoder(KIND,
            Map.of(KIND, new Pbkdf2PasswordEncoder("", 16, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));

    private Passwords() {
    }

    /** Five groups of four: 99 bits, good to read aloud and to type. */
    public static String generate() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, 5).mapToObj(group -> random.ints(4, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at))).collect(Collectors.joining())).collect(Collectors.joining("-"));
    }

    /** @throws Refusal for a password that is too easy to guess */
    static String kept(String account, String password) {
        if (password.length() < SHORTEST || password.length() > 200) {
            throw new Refusal("A password must have " + SHORTEST + " to 200 characters. A few words that do not belong together are good.");
        }
        if (password.chars().distinct().count() < 5 || password.toLowerCase().contains(account)) {
            throw new Refusal("This password is easy to guess: it repeats itself or contains the account's name.");
        }
        return ENCODER.encode(password);
    }
}
