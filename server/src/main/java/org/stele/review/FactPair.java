package org.stele.review;

/** A line of two records side by side. */
public record FactPair(String label, String one, String other) {

    public boolean same() {
        return one.equals(other);
    }
}
