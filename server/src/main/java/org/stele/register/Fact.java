package org.stele.register;

/**
 * One line of a record as a page shows it.
 *
 * @param label key of its name
 * @param group key of the heading it stands under
 */
public record Fact(String group, String label, String value) {
}
