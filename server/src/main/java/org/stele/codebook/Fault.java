package org.stele.codebook;

/**
 * One fault of a file: where it is, what is wrong, and the remedy.
 *
 * @param file name of the file, as the reader was given it
 * @param line counted from 1
 */
public record Fault(String file, int line, String what) {

    /** {@code file:line: what}, as compilers write it, so that editors can jump there. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
