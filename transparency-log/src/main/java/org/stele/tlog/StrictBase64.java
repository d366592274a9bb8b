package org.stele.tlog;

import java.util.Base64;

/** Base64 in its one canonical form. Java's own decoder takes several texts for the same bytes, and a changed bit would go unseen. */
final class StrictBase64 {

    private StrictBase64() {
    }

    /** @throws IllegalArgumentException if the text is not what encoding the bytes gives (RFC 4648, 3.5) */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not canonical base64: '" + text + "'");
        }
        return bytes;
    }
}
