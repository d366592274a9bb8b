package org.stele.messages;

/**
 * The fields of a telling, in the order a family would tell it: what happened to all of them, then each person. Each is kept in the
 * words of who tells, whatever the register makes of them later.
 */
public enum ToldField {
    WHAT_HAPPENED(true, 8_000),
    WHEN(true, 200),
    WHERE(true, 500),
    WHO(true, 500),
    HOW(true, 500),
    HOW_KNOWN(true, 2_000),
    LINKS(true, 2_000),

    NAME(false, 200),
    OTHER_NAMES(false, 300),
    AGE(false, 100),
    SEX(false, 20),
    CIVILIAN(false, 300),
    WORK(false, 200),
    ORIGIN(false, 300),
    /** When the person died, where that differs from when it happened. */
    DIED(false, 200),
    DIED_WHERE(false, 300),
    ARRESTED(false, 200),
    ARRESTED_WHERE(false, 300),
    HELD_BY(false, 300),
    HELD_WHERE(false, 300),
    DISAPPEARED(false, 300),
    SETTLED(false, 300),
    /** When and by whom the family was told. */
    INFORMED(false, 500),
    BODY(false, 300),
    HEALTH(false, 500);

    private final boolean ofIncident;
    private final int longest;

    ToldField(boolean ofIncident, int longest) {
        this.ofIncident = ofIncident;
        this.longest = longest;
    }

    /** Whether it is told once for all victims of the incident. */
    public boolean ofIncident() {
        return ofIncident;
    }

    /** Longest text that is taken, in characters. */
    public int longest() {
        return longest;
    }

    /** As forms and messages write it: {@code what-happened}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
