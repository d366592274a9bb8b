package org.stele.statistics;

/**
 * What a question is broken down by. Every dimension has a value {@link #UNKNOWN}, so that the parts make the whole.
 *
 * @param level for {@link Axis#PARTY}: 1 for main parties, 2 for their parts, and so on; for places: the codebook's level,
 *              1 for the widest; 0 for all other axes
 */
public record Dimension(Axis axis, int level) {

    /** Code of the value that stands for "not known". */
    public static final String UNKNOWN = "unknown";

    /** The axes along which victims and incidents can be told apart. */
    public enum Axis {
        /** Responsible party; undetermined responsibility counts under the other parties, joint responsibility under a value of its own. */
        PARTY,
        /** Sub-category of the other parties; a value "main" for all that is not under them. */
        OTHER_PARTY,
        /** Attributed, joint or undetermined. */
        RESPONSIBILITY,
        /** Place of death. */
        DEATH_PLACE,
        /** Place of origin. */
        ORIGIN,
        /** Day, month, year of documentation. */
        DAY, MONTH, YEAR,
        /** Day, month, year of the believed death, where known that closely. */
        DEATH_DAY, DEATH_MONTH, DEATH_YEAR,
        SEX, AGE_CLASS, METHOD, WEAPON,
        /** Groups; a victim may belong to several, so these parts may exceed the whole. */
        GROUP,
        /** Civilian, combatant, unknown. */
        STATUS,
        /** Counted, not yet documented, or excluded with its reason. */
        STANDING
    }

    public Dimension {
        boolean levelled = axis == Axis.PARTY || axis == Axis.DEATH_PLACE || axis == Axis.ORIGIN;
        if (levelled == (level == 0)) {
            throw new IllegalArgumentException("The axis " + axis + (levelled ? " needs a level from 1" : " has no levels"));
        }
    }

    public static Dimension of(Axis axis) {
        return new Dimension(axis, axis == Axis.PARTY || axis == Axis.DEATH_PLACE || axis == Axis.ORIGIN ? 1 : 0);
    }
}
