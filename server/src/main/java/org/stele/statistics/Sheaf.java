package org.stele.statistics;

import org.jspecify.annotations.Nullable;
import org.stele.page.Unanswerable;

/**
 * One page of a long list.
 *
 * @param number   from 1
 * @param pages    how many there are; 0 until the total is known
 * @param previous address of the page before
 * @param next     address of the page after
 */
public record Sheaf(int number, long pages, @Nullable String previous, @Nullable String next) {

    /** Lines on a page. */
    public static final int LENGTH = 50;

    static Sheaf of(int number) {
        if (number < 1) {
            throw new Unanswerable("Pages are numbered from 1.");
        }
        return new Sheaf(number, 0, null, null);
    }

    long offset() {
        return (number - 1L) * LENGTH;
    }

    /** @param address of any page, up to its number */
    Sheaf of(long total, String address) {
        long last = Math.max(1, (total + LENGTH - 1) / LENGTH);
        return new Sheaf(number, last, number > 1 ? address + (number - 1) : null, number < last ? address + (number + 1) : null);
    }
}
