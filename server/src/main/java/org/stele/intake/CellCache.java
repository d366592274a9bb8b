package org.stele.intake;

import org.jspecify.annotations.Nullable;

/** Gives the same String for a cell met before: most cells of a list repeat, and a String made once is mapped by its remembered hash. */
final class CellCache {

    private static final int SIZE = 1 << 13;

    /** Longer cells seldom repeat. */
    private static final int LONGEST = 48;

    private final @Nullable String[] cells = new String[SIZE];

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
        String cached = cells[slot];
        if (cached != null && same(cached, chars, from, length)) {
            return cached;
        }
        String fresh = new String(chars, from, length);
        cells[slot] = fresh;
        return fresh;
    }

    private static boolean same(String cached, char[] chars, int from, int length) {
        if (cached.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (cached.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
