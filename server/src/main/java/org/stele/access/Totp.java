package org.stele.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a shared secret and the time (RFC 6238, on HMAC of RFC 4226). */
final class Totp {

    /** What every authenticator app can do: HMAC-SHA-1, six digits, half a minute. */
    static final String MAC = "HmacSHA1";
    static final int DIGITS = 6;
    static final int SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {
    }

    /** The number of the half minute since 1970. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS, MAC);
    }

    static String code(byte[] secret, long step, int digits, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            byte[] sum = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(sum).getInt(sum[sum.length - 1] & 0xf) & Integer.MAX_VALUE;
            return ("%0" + digits + "d").formatted(number % Math.powExact(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    /** The secret as apps take it (RFC 4648, without padding): 20 bytes are 32 letters. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            held = held << 8 | each & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(held >> bits - 5 & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
    }
}
