package org.stele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One passkey, as its owner sees it.
 *
 * @param label what its owner calls it
 * @param used  when it last let in; never, if absent
 */
public record Passkey(String id, String label, Instant made, @Nullable Instant used) {
}
