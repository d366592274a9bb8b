package org.stele.inspection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A digest as web archives write it, {@code sha1:…} or {@code sha256:…} in base 32 or hexadecimal, held against bytes as they pass. */
final class WarcDigest {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String promised;
    private final MessageDigest running;

    private WarcDigest(String promised, MessageDigest running) {
        this.promised = promised;
        this.running = running;
    }

    /** Null where there is none or it is of a kind not known here. */
    static @Nullable WarcDigest of(@Nullable String header) {
        int colon = header == null ? -1 : header.indexOf(':');
        if (header == null || colon < 0) {
            return null;
        }
        String algorithm = switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "sha1", "sha-1" -> "SHA-1";
            case "sha256", "sha-256" -> "SHA-256";
            case "sha512", "sha-512" -> "SHA-512";
            case "md5" -> "MD5";
            default -> "";
        };
        try {
            return algorithm.isEmpty() ? null : new WarcDigest(header.substring(colon + 1).strip(), MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException none) {
            return null;
        }
    }

    void update(byte[] bytes, int from, int length) {
        running.update(bytes, from, length);
    }

    String promised() {
        return promised;
    }

    /** Null where the bytes have the digest; else which one they have. To be asked once. */
    @Nullable String other() {
        byte[] found = running.digest();
        String hex = HexFormat.of().formatHex(found);
        String base32 = base32(found);
        if (promised.equalsIgnoreCase(hex) || promised.replace("=", "").equalsIgnoreCase(base32)) {
            return null;
        }
        return base32;
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << 8 | next & 255;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0 ? text.toString() : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
    }
}
