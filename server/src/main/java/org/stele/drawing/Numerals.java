package org.stele.drawing;

/** Counts as a drawing writes them: thousands grouped, digits by the style. */
final class Numerals {
    private Numerals() {
    }

    static String write(long count, Style.Digits digits) {
        StringBuilder out = new StringBuilder(Long.toString(count));
        for (int i = out.length() - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return digits == Style.Digits.LATIN ? out.toString() : arabicIndic(out.toString());
    }

    private static String arabicIndic(String latin) {
        StringBuilder out = new StringBuilder();
        for (char c : latin.toCharArray()) {
            out.append(c == ',' ? '٬' : Character.isDigit(c) ? (char) (c - '0' + '٠') : c);
        }
        return out.toString();
    }
}
