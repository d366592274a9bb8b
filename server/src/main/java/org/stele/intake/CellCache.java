package org.stele.intake;

import java.util.Arrays;

/** Gives the same String for a cell met before: most cells of a list repeat, and a String made once is mapped by its remembered hash. */
final class CellCache {

    private static final int SIZE = 1 << 13;

    /** Longer cells seldom repeat. */
    private static final int LONGEST = 48;

    private final String[] cells = new String[SIZE];
    /** The same cells as they are compared: a range of letters at once. */
    private final char[][] letters = new char[SIZE][];

    String get(char[] chars, int from, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(chars, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        char[] cached = letters[slot];
        if (cached == null || !Arrays.equals(cached, 0, cached.length, chars, from, from + length)) {
            letters[slot] = Arrays.copyOfRange(chars, from, from + length);
            cells[slot] = new String(chars, from, length);
        }
        return cells[slot];
    }
}
