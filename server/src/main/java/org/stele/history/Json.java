package org.stele.history;

/** Text that goes into a {@code jsonb} column. */
public record Json(String text) {
}
