package org.stele.codebook;

/**
 * What must be there before a person counts as documented: a gate and not advice.
 *
 * @param secondPerson        whether somebody must verify who neither entered nor found nor proposed (design, invariant 5)
 * @param independentSources  least number of sources that do not know of each other, 1 to 10 (counting-rules §1.2)
 * @param pictureForNameless  whether a photograph or video must stand in for the name of an unidentified person (counting-rules §1.2)
 */
public record VerificationRules(boolean secondPerson, int independentSources, boolean pictureForNameless) {
}
