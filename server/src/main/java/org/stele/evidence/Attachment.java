package org.stele.evidence;

/**
 * That an item bears on a record.
 *
 * @param withdrawn whether it was taken back; it stays in the history
 */
public record Attachment(long item, Reference subject, boolean withdrawn) {
}
