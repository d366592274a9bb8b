package org.stele.register;

/** Status at the time of death (INC-7). Whether it is counted is the codebook's decision. */
public enum CivilianStatus {
    CIVILIAN, COMBATANT, UNKNOWN
}
