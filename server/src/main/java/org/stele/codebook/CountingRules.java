package org.stele.codebook;

import java.util.Set;

/**
 * What is counted and how: the declared scope, printed with every export (design, invariant 9).
 *
 * @param adultAge            age in completed years from which a person is no child (R5), usually 18
 * @param massacreThreshold   least number of counted victims of one incident that makes it a massacre (R6)
 * @param dateBasis           the date by which a report's period counts (R3)
 * @param placeBasis          the place by which reports count (R2)
 * @param countedStatuses     of {@code civilian, combatant, unknown}: whose deaths are counted (R1)
 * @param tortureMethods      methods that make a death a death due to torture; a subset of the victims counted (INC-11)
 * @param landmineWeapons     weapons that make a death a landmine death
 * @param verification        what a person must have to be documented
 * @param twoPersonRelease    whether a second person must release a report
 */
public record CountingRules(
        int adultAge,
        int massacreThreshold,
        DateBasis dateBasis,
        PlaceBasis placeBasis,
        Set<String> countedStatuses,
        Set<String> tortureMethods,
        Set<String> landmineWeapons,
        VerificationRules verification,
        boolean twoPersonRelease) {

    /** The day a death was documented, or the day it is believed to have happened. */
    public enum DateBasis { DOCUMENTATION, DEATH }

    /** Where the person was killed, or where the person came from. */
    public enum PlaceBasis { DEATH, ORIGIN }

    public CountingRules {
        countedStatuses = Set.copyOf(countedStatuses);
        tortureMethods = Set.copyOf(tortureMethods);
        landmineWeapons = Set.copyOf(landmineWeapons);
    }

    /** A text that speaks of the rules' numbers by name gets them: a definition and its number cannot drift apart. */
    String putInto(String text) {
        return text.replace("{adult-age}", String.valueOf(adultAge)).replace("{massacre-threshold}", String.valueOf(massacreThreshold));
    }
}
