package org.stele.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as text, whatever they claim to be written in. */
final class Characters {
    private Characters() {
    }

    /** In the named character set if it is known, else UTF-8, else the Windows set for Arabic. Never fails. */
    static String decoded(byte[] bytes, @Nullable String named) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset known = named == null ? null : known(named);
        if (known != null && !known.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, known);
        }
        try {
            // A cut in the middle of a letter is no reason to take it for another alphabet.
            int end = bytes.length;
            while (end > 0 && bytes.length - end < 3 && bytes[end - 1] < 0) {
                end--;
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)) + new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.isSupported("windows-1256") ? Charset.forName("windows-1256") : StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable Charset known(String name) {
        try {
            return Charset.forName(name.strip().replaceAll("^[\"']|[\"']$", ""));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
