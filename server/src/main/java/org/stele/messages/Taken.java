package org.stele.messages;

/**
 * A message that is durable.
 *
 * @param message its id
 * @param fresh   whether it had not been taken before
 */
public record Taken(long message, boolean fresh) {
}
