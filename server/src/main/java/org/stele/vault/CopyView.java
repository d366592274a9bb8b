package org.stele.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a blob, as last known.
 *
 * @param since    when it came into this state
 * @param verified when its bytes were last read whole and were right; never, if absent
 * @param detail   what was found wrong; empty if nothing
 */
public record CopyView(String location, CopyState state, Instant since, @Nullable Instant verified, String detail) {
}
