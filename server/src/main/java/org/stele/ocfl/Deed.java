package org.stele.ocfl;

import java.time.Instant;

/**
 * Who made a version of an object, when and why.
 *
 * @param address of who made it, as a URI
 */
public record Deed(Instant at, String message, String by, String address) {
}
