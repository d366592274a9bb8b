package org.stele.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stele.fixity.Digest;

/**
 * One of the shares of a recovery identity, as a trustee keeps it on paper: four lines of four groups of four letters and digits, each
 * line ending in two check letters. The letters are Crockford's: no I, L, O and U, and what is typed for them is taken for 1, 1 and 0.
 * A secret, though one alone tells nothing.
 */
public final class Share {
    /** How many shares bring the identity back, and how many there are. */
    public static final int NEEDED = 3;
    public static final int MADE = 5;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LINES = 4;
    private static final int LINE_BYTES = 10;
    private static final int LINE_LETTERS = 16;
    private static final int SET_BYTES = 3;
    private final byte[] content;

    /** @param content number, set, 32 bytes of the share, four bytes of checksum */
    private Share(byte[] content) {
        this.content = content;
    }

    static Share of(int number, Recipient of, byte[] share) {
        byte[] content = new byte[LINES * LINE_BYTES];
        content[0] = (byte) number;
        System.arraycopy(digest(of.text().getBytes(StandardCharsets.US_ASCII)), 0, content, 1, SET_BYTES);
        System.arraycopy(share, 0, content, 1 + SET_BYTES, Identity.LENGTH);
        System.arraycopy(checksum(content), 0, content, 1 + SET_BYTES + Identity.LENGTH, 4);
        return new Share(content);
    }

    /** From 1. */
    public int number() {
        return content[0] & 0xff;
    }

    /** Six hexadecimal digits that all shares of one identity have in common. */
    public String set() {
        return HexFormat.of().formatHex(content, 1, 1 + SET_BYTES);
    }

    boolean belongsTo(Recipient recipient) {
        return Arrays.equals(content, 1, 1 + SET_BYTES, digest(recipient.text().getBytes(StandardCharsets.US_ASCII)), 0, SET_BYTES);
    }

    byte[] value() {
        return Arrays.copyOfRange(content, 1 + SET_BYTES, 1 + SET_BYTES + Identity.LENGTH);
    }

    /** Tells this share from every other without telling anything of it: 32 hexadecimal digits. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest(content)).substring(0, 32);
    }

    /** The four lines to print or write down. */
    public List<String> lines() {
        return IntStream.range(0, LINES).mapToObj(line -> {
            String letters = letters(Arrays.copyOfRange(content, line * LINE_BYTES, (line + 1) * LINE_BYTES));
            return letters.replaceAll("(.{4})", "$1 ") + " " + check(line, letters);
        }).toList();
    }

    /**
     * Reads what somebody typed or pasted: four lines, in any case, with any spaces or hyphens, with or without {@code line 1:} before them.
     *
     * @throws WrongShare naming the line that is mistyped
     */
    public static Share parse(String typed) {
        var all = new StringBuilder();
        typed.lines().map(line -> line.substring(line.indexOf(':') + 1)).map(Share::plain).forEach(all::append);
        int line = LINE_LETTERS + 2;
        if (all.length() != LINES * line) {
            throw new WrongShare("A share has " + LINES + " lines of " + line + " letters and digits, together " + LINES * line + "; this has " + all.length());
        }
        byte[] content = new byte[LINES * LINE_BYTES];
        for (int at = 0; at < LINES; at++) {
            System.arraycopy(line(at, all.substring(at * line, (at + 1) * line)), 0, content, at * LINE_BYTES, LINE_BYTES);
        }
        if (!Arrays.equals(checksum(content), Arrays.copyOfRange(content, content.length - 4, content.length))) {
            throw new WrongShare("Each line of this share is right by itself, but they do not belong together: lines of two shares were mixed");
        }
        if (content[0] < 1 || content[0] > MADE) {
            throw new WrongShare("This is not a share of this program: it calls itself number " + content[0]);
        }
        return new Share(content);
    }

    /** Checks one line alone, to tell a typing mistake while the paper is at hand. @param at from 0 */
    public static void checkLine(int at, String typed) {
        line(at, plain(typed.substring(typed.indexOf(':') + 1)));
    }

    private static byte[] line(int at, String letters) {
        if (letters.length() != LINE_LETTERS + 2) {
            throw new WrongShare("Line " + (at + 1) + " must have " + (LINE_LETTERS + 2) + " letters and digits and has " + letters.length());
        }
        String first = letters.substring(0, LINE_LETTERS);
        if (!check(at, first).equals(letters.substring(LINE_LETTERS))) {
            throw new WrongShare("Line " + (at + 1) + " is mistyped (or it is not line " + (at + 1) + "): its check letters do not fit");
        }
        byte[] bytes = new byte[LINE_BYTES];
        for (int bit = 0; bit < LINE_BYTES * 8; bit++) {
            int letter = LETTERS.indexOf(first.charAt(bit / 5));
            bytes[bit / 8] |= (byte) (((letter >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    private static String plain(String line) {
        String letters = line.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replaceAll("[IL]", "1");
        for (char each : letters.toCharArray()) {
            if (LETTERS.indexOf(each) < 0) {
                throw new WrongShare("A share has no '" + each + "' in it");
            }
        }
        return letters;
    }

    private static String letters(byte[] bytes) {
        var letters = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int letter = 0;
            for (int each = bit; each < bit + 5; each++) {
                letter = letter << 1 | (bytes[each / 8] >> (7 - each % 8)) & 1;
            }
            letters.append(LETTERS.charAt(letter));
        }
        return letters.toString();
    }

    private static String check(int line, String letters) {
        byte[] digest = digest(("stele share line " + line + " " + letters).getBytes(StandardCharsets.US_ASCII));
        return "" + LETTERS.charAt(digest[0] & 31) + LETTERS.charAt(digest[1] & 31);
    }

    private static byte[] checksum(byte[] content) {
        return Arrays.copyOf(digest(Arrays.copyOf(content, content.length - 4)), 4);
    }

    private static byte[] digest(byte[] bytes) {
        return Digest.algorithm().digest(bytes);
    }

    @Override
    public String toString() {
        return "share " + number() + " of set " + set();
    }
}
