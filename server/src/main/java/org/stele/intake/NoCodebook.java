package org.stele.intake;

/** A list cannot be taken in before it is declared what its words mean. */
public final class NoCodebook extends RuntimeException {
    NoCodebook() {
        super("No codebook is in force in this register, so a list has no terms to be mapped to. 'stele codebook adopt FILE --reason …' puts one in force.");
    }
}
