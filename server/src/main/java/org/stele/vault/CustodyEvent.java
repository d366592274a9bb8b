package org.stele.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain of custody.
 *
 * @param id       in the order of what happened
 * @param blob     id of the blob whose bytes it was
 * @param item     number of the evidence item it was done to; absent where it was done to the bytes or a copy, whatever they belong to
 * @param location name of the location, for what is done to a copy
 * @param good     whether it came out well; a check that finds bad bytes did not
 * @param detail   what else is to be known, in plain words or digests; never names of sources
 * @param at       when
 * @param by       who answers for it: a person, or the program by its name
 * @param reason   why, in that person's words
 */
public record CustodyEvent(long id, long blob, @Nullable Long item, Act act, @Nullable String location, boolean good, String detail,
        Instant at, String by, String reason) {
}
