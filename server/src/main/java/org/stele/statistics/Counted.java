package org.stele.statistics;

import java.util.List;
import org.stele.history.VersionKey;

/**
 * The versions behind one cell, each with what it contributes: the contributions of all of them sum to the figure. Measures that count
 * victims or incidents have one of each; measures that add up numbers written on incidents have that number.
 *
 * @param table  {@code victim} or {@code incident}
 * @param adds   whether numbers written on the records are added; otherwise each contributes one
 * @param figure what the cell says: the sum of all contributions
 * @param total  how many versions contribute
 * @param parts  those of the page asked for, in order of id
 */
public record Counted(String table, boolean adds, long figure, long total, List<Part> parts) {

    /**
     * One version behind a figure.
     *
     * @param amount what it contributes, never 0
     */
    public record Part(VersionKey version, long amount) {
    }

    /** The versions of the page, in order of id. */
    public List<VersionKey> versions() {
        return parts.stream().map(Part::version).toList();
    }

    /** What the versions of the page contribute together. */
    public long listed() {
        return parts.stream().mapToLong(Part::amount).sum();
    }
}
