package org.stele.statistics;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells set in columns of equal width: words to the left, numbers to the right. */
final class AlignedColumns {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final int words;
    private final List<List<String>> lines = new ArrayList<>();

    /** @param words how many columns, the first ones, hold words */
    AlignedColumns(int words) {
        this.words = words;
    }

    void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    /** A line across. */
    void rule() {
        lines.add(List.of());
    }

    @Override
    public String toString() {
        int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder set = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                set.append(i == 0 ? "" : "  ").append(line.isEmpty() ? "─".repeat(widths[i]) : cell(line.get(i), widths[i], i < words));
            }
            text.append(set.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String cell(String words, int width, boolean left) {
        String spaces = " ".repeat(width - width(words));
        boolean rightToLeft = words.codePoints().anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        String shown = rightToLeft ? FIRST_STRONG_ISOLATE + words + POP_ISOLATE : words;
        return left ? shown + spaces : spaces + shown;
    }

    /** Letters as a reader sees them: marks above and below take no room of their own. */
    private static int width(String words) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(words);
        int width = 0;
        while (letters.next() != BreakIterator.DONE) {
            width++;
        }
        return width;
    }
}
