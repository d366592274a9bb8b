package org.stele.register;

import org.jspecify.annotations.Nullable;

/**
 * Facts about a person who died in custody, in the order a report tells them (counting-rules §5.4).
 *
 * @param arrest        when arrested
 * @param arrestPlace   where
 * @param holder        code of the party that arrested or held the person
 * @param facility      where held, in words
 * @param settlement    whether the person had settled their status with the authorities before
 * @param disappeared   whether the person was forcibly disappeared after the arrest
 * @param informed      when the family was told
 * @param channel       by whom: code of the codebook's channels
 * @param bodyReturned  whether the body was handed over
 * @param healthyBefore whether the person was in good health at the arrest
 * @param neglect       whether lack of health care contributed
 */
public record Custody(
        DateRange arrest,
        PlaceRef arrestPlace,
        @Nullable String holder,
        @Nullable String facility,
        @Nullable Boolean settlement,
        @Nullable Boolean disappeared,
        DateRange informed,
        @Nullable String channel,
        @Nullable Boolean bodyReturned,
        @Nullable Boolean healthyBefore,
        @Nullable Boolean neglect) {
}
