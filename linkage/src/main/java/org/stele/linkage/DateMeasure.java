package org.stele.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Dates as YYYY-MM-DD, YYYY-MM or YYYY (or without dashes). Levels: equal; the less precise holds the other; a slip of writing (day and
 * month swapped, or one digit different or two neighbours swapped); within 3 days; within 31 days; within a year; other.
 */
public final class DateMeasure implements Measure {

    private static final int HOLDS = 1;
    private static final int SLIP = 2;
    private static final int DAYS = 3;
    private static final int MONTH = 4;
    private static final int YEAR = 5;
    private static final int OTHER = 6;
    private static final List<String> LEVELS = List.of("equal", "one holds the other", "slip of writing", "within 3 days", "within 31 days", "within a year", "other");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public Agreement over(String[] values) {
        Dates dates = new Dates(values.length);
        for (int i = 0; i < values.length; i++) {
            dates.set(i, values[i]);
        }
        return dates;
    }

    /** Digits in nibbles (0 where unknown precision), length, and the day's number. */
    private static final class Dates implements Agreement {

        private final int[] digits;
        private final byte[] length;
        private final int[] day;

        private Dates(int size) {
            digits = new int[size];
            length = new byte[size];
            day = new int[size];
        }

        private void set(int at, String text) {
            int shift = 28;
            int count = 0;
            for (int i = 0; i < text.length(); i++) {
                int digit = Character.digit(text.charAt(i), 10);
                if (digit >= 0 && shift >= 0) {
                    digits[at] |= digit << shift;
                    shift -= 4;
                    count++;
                }
            }
            length[at] = (byte) (count == 4 || count == 6 || count == 8 ? count : 0);
            day[at] = Integer.MIN_VALUE;
            if (count == 8) {
                try {
                    day[at] = (int) LocalDate.of(number(digits[at], 4, 4), number(digits[at], 2, 2), number(digits[at], 0, 2)).toEpochDay();
                } catch (DateTimeException e) {
                    // No such day (31 February): its digits are still compared.
                }
            }
        }

        private static int number(int digits, int from, int count) {
            int number = 0;
            for (int i = from + count - 1; i >= from; i--) {
                number = number * 10 + (digits >>> 4 * i & 15);
            }
            return number;
        }

        @Override
        public int level(int a, int b) {
            int x = digits[a];
            int y = digits[b];
            int known = Math.min(length[a], length[b]);
            if (known == 0) {
                return OTHER;
            }
            if (known < 8) {
                return lessPrecise(x, y, known);
            }
            if (x == y || slip(x, y)) {
                return x == y ? HOLDS : SLIP;
            }
            if (day[a] == Integer.MIN_VALUE || day[b] == Integer.MIN_VALUE) {
                return OTHER;
            }
            long apart = Math.abs((long) day[a] - day[b]);
            return apart <= 3 ? DAYS : apart <= 31 ? MONTH : apart <= 366 ? YEAR : OTHER;
        }

        private static int lessPrecise(int x, int y, int known) {
            int mask = -1 << 4 * (8 - known);
            if ((x & mask) == (y & mask)) {
                return HOLDS;
            }
            return Math.abs(number(x, 4, 4) - number(y, 4, 4)) <= 1 ? YEAR : OTHER;
        }

        /** One digit differs, two neighbouring ones are swapped, or day and month are. */
        private static boolean slip(int x, int y) {
            int difference = x ^ y;
            int low = Integer.numberOfTrailingZeros(difference) / 4 * 4;
            if ((difference & ~(15 << low)) == 0) {
                return true;
            }
            if ((difference >>> low & ~0xFF) == 0 && (x >>> low & 15) == (y >>> low + 4 & 15) && (x >>> low + 4 & 15) == (y >>> low & 15)) {
                return true;
            }
            return difference >>> 16 == 0 && (x & 0xFF) == (y >>> 8 & 0xFF) && (x >>> 8 & 0xFF) == (y & 0xFF);
        }
    }
}
