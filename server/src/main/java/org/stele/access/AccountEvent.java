package org.stele.access;

import java.time.Instant;

/** Something that happened to an account. */
public record AccountEvent(Instant at, String account, String what, String by, String reason) {
}
