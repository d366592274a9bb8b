package org.stele.review;

/**
 * That two records are one person.
 *
 * @param merged    id of the victim that is excluded as a duplicate
 * @param mergedWas number of the version that is put back if they turn out to be two
 * @param kept      id of the victim that stays
 */
public record Merge(long merged, int mergedWas, long kept, boolean undone) {
}
