package org.stele.messages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the tokens of forms, and knows its own again: HMAC-SHA-256 under a key of this register's. */
final class FormTokens {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12})\\.([0-9]{1,2})\\.([A-Za-z0-9_-]{43})");

    private final byte[] key;
    private final InstantSource clock;

    FormTokens(byte[] key, InstantSource clock) {
        this.key = key.clone();
        this.clock = clock;
    }

    FormToken issue(Receipt receipt, int bits) {
        long second = clock.instant().getEpochSecond();
        return new FormToken(receipt, Instant.ofEpochSecond(second), bits, second + "." + bits + "." + seal(receipt, second, bits));
    }

    /** Empty for what this register did not issue for that receipt. */
    Optional<FormToken> read(String text, Receipt receipt) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long second = Long.parseLong(parts.group(1));
        int bits = Integer.parseInt(parts.group(2));
        boolean own = MessageDigest.isEqual(parts.group(3).getBytes(StandardCharsets.US_ASCII), seal(receipt, second, bits).getBytes(StandardCharsets.US_ASCII));
        return own ? Optional.of(new FormToken(receipt, Instant.ofEpochSecond(second), bits, text)) : Optional.empty();
    }

    private String seal(Receipt receipt, long second, int bits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] seal = mac.doFinal(("stele form 1|" + receipt.code() + "|" + second + "|" + bits).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
