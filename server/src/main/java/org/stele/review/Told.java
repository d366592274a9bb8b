package org.stele.review;

/**
 * That a message tells of something a finding is about.
 *
 * @param person which person of the message, from 0; -1 for the incident as a whole
 */
public record Told(long message, int person) {
}
