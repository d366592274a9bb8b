package org.stele.intake;

import java.util.Arrays;

/**
 * Remembers a number for each mark met in a file: 24 bytes a slot, at most two slots a mark. The one part of an import whose memory
 * grows with the file, for only so can a key that stands twice be noticed.
 */
final class Seen {

    /** No number is kept for the mark. */
    static final long NONE = Long.MIN_VALUE;

    private long[] highs = new long[1 << 12];
    private long[] lows = new long[1 << 12];
    private long[] numbers = new long[1 << 12];
    private int size;

    Seen() {
        Arrays.fill(numbers, NONE);
    }

    long get(RowMarks.Mark mark) {
        return numbers[slot(mark.high(), mark.low())];
    }

    void put(RowMarks.Mark mark, long number) {
        int slot = slot(mark.high(), mark.low());
        if (numbers[slot] == NONE) {
            highs[slot] = mark.high();
            lows[slot] = mark.low();
            size++;
        }
        numbers[slot] = number;
        if (size * 2 > numbers.length) {
            grow();
        }
    }

    private int slot(long high, long low) {
        int slot = (int) high & numbers.length - 1;
        while (numbers[slot] != NONE && (highs[slot] != high || lows[slot] != low)) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        long[] oldNumbers = numbers;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldLows.length * 2];
        numbers = new long[oldNumbers.length * 2];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != NONE) {
                int slot = slot(oldHighs[i], oldLows[i]);
                highs[slot] = oldHighs[i];
                lows[slot] = oldLows[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
