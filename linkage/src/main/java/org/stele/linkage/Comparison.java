package org.stele.linkage;

/**
 * A field to compare: its column, how its values may agree, and whether agreement on a rare value counts more than on a common one.
 *
 * @param column      name of the column
 * @param measure     its levels
 * @param byFrequency true if the weight of agreement is adjusted by how frequent the value is
 */
public record Comparison(String column, Measure measure, boolean byFrequency) {

    public static Comparison of(String column, Measure measure) {
        return new Comparison(column, measure, false);
    }

    /** The same comparison, with a rare value counting more than a common one. */
    public Comparison weighedByFrequency() {
        return new Comparison(column, measure, true);
    }
}
