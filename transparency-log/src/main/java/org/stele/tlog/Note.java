package org.stele.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text       what is signed, with its last newline
 * @param signatures one line each, in their order
 */
public record Note(String text, List<Signature> signatures) {

    private static final String DASH = "\u2014 ";

    /** The most signatures that are read: a note is small, and whoever sends more means no good. */
    private static final int MOST = 100;

    /**
     * One signature line.
     *
     * @param key   number of the key, the first four bytes of its digest
     * @param bytes the signature proper, by the key's own rule
     */
    public record Signature(String name, int key, byte[] bytes) {

        /** The line, with its newline. */
        public String line() {
            byte[] all = new byte[bytes.length + 4];
            for (int i = 0; i < 4; i++) {
                all[i] = (byte) (key >>> 8 * (3 - i));
            }
            System.arraycopy(bytes, 0, all, 4, bytes.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        static Signature parse(String line) {
            String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || parts[0].isEmpty() || parts[0].contains("+")) {
                throw new IllegalArgumentException("Not a signature line: '" + line + "'");
            }
            byte[] all = StrictBase64.decode(parts[1]);
            if (all.length < 5) {
                throw new IllegalArgumentException("A signature line without a signature: '" + line + "'");
            }
            int key = (all[0] & 255) << 24 | (all[1] & 255) << 16 | (all[2] & 255) << 8 | all[3] & 255;
            return new Signature(parts[0], key, java.util.Arrays.copyOfRange(all, 4, all.length));
        }
    }

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends with a newline");
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static Note parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new IllegalArgumentException("A note is a text, an empty line and signatures");
        }
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("A note has no control characters");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST) {
                throw new IllegalArgumentException("More than " + MOST + " signatures");
            }
            signatures.add(Signature.parse(line));
        }
        return new Note(note.substring(0, split + 1), signatures);
    }

    /** The note as it is written. */
    public String written() {
        return text + "\n" + signatures.stream().map(Signature::line).collect(Collectors.joining());
    }

    /** The same note with one more signature. */
    public Note with(Signature signature) {
        return new Note(text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** Whether one of the signatures is by this key and right; signatures by other keys count for nothing. */
    public boolean signedBy(VerifierKey key) {
        return signatures.stream().anyMatch(signature -> key.verifies(this, signature));
    }
}
