package org.stele.intake;

/**
 * Why a row cannot be taken.
 *
 * @param column the column at fault; empty if it is the row as a whole
 * @param value  its cell
 * @param what   what is wrong
 * @param remedy what to do
 */
public record Reason(String column, String value, String what, String remedy) {
}
