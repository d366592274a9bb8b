package org.stele.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters beyond English in the headers of e-mail (RFC 2047) and in quoted-printable text (RFC 2045). */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([A-Za-z0-9_.-]{1,40})(?:\\*[A-Za-z-]{1,20})?\\?([bBqQ])\\?([^?\\s]{0,2000})\\?=");

    private EncodedWords() {
    }

    /** A header's value, given one character for each byte, as it is meant to be read. What is not well-formed stays as it is. */
    static String decoded(String value) {
        Matcher word = WORD.matcher(value);
        var text = new StringBuilder();
        int from = 0;
        while (word.find()) {
            String between = value.substring(from, word.start());
            // White space between two encoded words is only there to break the line.
            text.append(from > 0 && between.isBlank() ? "" : plain(between));
            text.append(Characters.decoded(bytes(word.group(2), word.group(3)), word.group(1)));
            from = word.end();
        }
        return text.append(plain(value.substring(from))).toString();
    }

    private static byte[] bytes(String how, String encoded) {
        if (how.equalsIgnoreCase("q")) {
            return quoted(encoded, true);
        }
        try {
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException broken) {
            return encoded.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static String plain(String value) {
        return Characters.decoded(value.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    /** Bytes of quoted-printable text; in headers a low line stands for a space. */
    static byte[] quoted(String text, boolean header) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '=' && at + 2 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0 && Character.digit(text.charAt(at + 2), 16) >= 0) {
                bytes.write(Character.digit(text.charAt(at + 1), 16) << 4 | Character.digit(text.charAt(at + 2), 16));
                at += 2;
            } else {
                bytes.write(header && next == '_' ? ' ' : next);
            }
        }
        return bytes.toByteArray();
    }
}
