package org.stele.statistics;

/** What is counted. Subsets of the victims counted are never added to them (INC-11). */
public sealed interface Measure {

    /** The name a question on the command line, in a file or in an address uses. */
    String code();

    /** The measures every programme has. */
    enum Basic implements Measure {
        /** Victims that the codebook's rules count. */
        VICTIMS("victims"),
        /** Of these, children of any sex (R5). */
        CHILDREN("children"),
        /** Of these, adult females (R4). */
        WOMEN("women"),
        /** Of these, adult males. */
        MEN("men"),
        /** Of these, those whose age class or, being adult, sex is unknown: victims = children + women + men + unknown. */
        UNKNOWN("unknown"),
        /** Of these, killed by torture. */
        TORTURE("torture"),
        /** Of these, killed by landmines. */
        LANDMINES("landmines"),
        /** Incidents in which the number of victims counted reaches the codebook's threshold (R6), in the period in which it did. */
        MASSACRES("massacres"),
        /** Victims counted in the period that belong to such incidents, whichever period these are counted in. */
        MASSACRE_VICTIMS("massacre-victims"),
        /**
         * Victims of the massacres counted in the period: all that count as of the instant asked and, where the codebook counts by
         * documentation, were documented by the period's end – earlier ones too, or a massacre that one month began and the next
         * completed would be told with one victim. Each stands under the party, place and day of its massacre, so that it is at
         * least the threshold times {@link #MASSACRES} in every cell. Periods' tolls do not add up: the year also knows who was
         * documented after the month.
         */
        MASSACRE_TOLL("massacre-toll"),
        /** Persons injured in documented incidents, at least. */
        INJURED("injured"),
        /** Persons killed in documented incidents and not recorded one by one, at least; no part of the victims. */
        UNRECORDED_MIN("unrecorded-min"),
        /** The same, at most. */
        UNRECORDED_MAX("unrecorded-max"),
        /** Every victim in the register, counted or not: the ground against which exclusions are seen. */
        RECORDED("recorded");

        private final String code;

        Basic(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Of the victims counted, the members of one of the codebook's groups. */
    record GroupMembers(String group) implements Measure {
        @Override
        public String code() {
            return "group-" + group;
        }
    }

    /** The measure of a code.
     *  @throws IllegalArgumentException naming the measures there are */
    static Measure of(String code) {
        for (Basic basic : Basic.values()) {
            if (basic.code.equals(code)) {
                return basic;
            }
        }
        if (code.startsWith("group-")) {
            return new GroupMembers(code.substring("group-".length()));
        }
        throw new IllegalArgumentException("No measure '" + code + "': use one of "
                + java.util.Arrays.stream(Basic.values()).map(Basic::code).toList() + " or group-<code of a group>");
    }
}
