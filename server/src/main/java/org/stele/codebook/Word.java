package org.stele.codebook;

/** A word of the file and where it stands. */
public record Word(String value, int line) {
}
