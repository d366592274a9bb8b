package org.stele.intake;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * @param rows  of the file whose fate is settled and durable
     * @param total rows of the file
     */
    void at(long rows, long total);
}
