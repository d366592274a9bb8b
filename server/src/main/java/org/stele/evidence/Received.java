package org.stele.evidence;

/**
 * The acknowledgement: the item's bytes are forced to disk under their name and everything said of it is committed.
 *
 * @param item   its number
 * @param sha256 of the bytes as they came
 * @param length bytes
 * @param known  whether the very same bytes were there already; then the item has one more provenance, unless that too was there
 */
public record Received(long item, String sha256, long length, boolean known) {
}
