package org.stele.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The finding on what happened at one place and time. A massacre is never a tick-box here: it follows from the victims counted (R6).
 *
 * @param documentedOn day on which the incident was documented; absent until then
 * @param place        place by code and words
 * @param spot         the exact spot in words, in each language where known
 * @param attribution  the finding on responsibility
 * @param unrecorded   persons killed in it who are not recorded one by one
 * @param injured      persons injured
 * @param controlledBy code of the party that controlled the area
 * @param account      what happened, in words, without typed figures
 * @param notable      whether a report's editors chose to tell it
 */
public record Incident(
        @Nullable LocalDate documentedOn,
        DateRange occurred,
        PlaceRef place,
        Words spot,
        @Nullable String method,
        @Nullable String weapon,
        Attribution attribution,
        CountRange unrecorded,
        CountRange injured,
        @Nullable String controlledBy,
        Words account,
        boolean notable) {

    /** The same finding, documented on a day. */
    public Incident documented(LocalDate on) {
        return new Incident(on, occurred, place, spot, method, weapon, attribution, unrecorded, injured, controlledBy, account, notable);
    }
}
