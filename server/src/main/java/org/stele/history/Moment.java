package org.stele.history;

import java.time.Instant;

/**
 * A point in the register's history up to which everything is settled: no later change can alter what was true then.
 *
 * @param change number of the last change that counts, 0 before the first
 * @param at     the instant asked for, or that change's instant
 */
public record Moment(long change, Instant at) {
}
