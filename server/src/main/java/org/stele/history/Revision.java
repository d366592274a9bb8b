package org.stele.history;

/**
 * The next state of one record.
 *
 * @param expected number of the version that the decision was made on; another one in its place stops the change
 */
public record Revision<R>(long id, int expected, R next) {
}
