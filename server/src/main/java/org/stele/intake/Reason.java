package org.stele.intake;

/**
 * Why a row cannot be taken.
 *
 * @param column the column at fault; empty if it is the row as a whole
 * @param value  its cell, cut if it is very long
 * @param what   what is wrong
 * @param remedy what to do
 */
public record Reason(String column, String value, String what, String remedy) {

    private static final int LONGEST = 200;

    public Reason {
        if (value.length() > LONGEST) {
            value = value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, LONGEST) - 1)) + "…";
        }
    }
}
