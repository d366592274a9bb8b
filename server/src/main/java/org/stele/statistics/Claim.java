package org.stele.statistics;

/**
 * One number that something published states, or that follows from it by adding up.
 *
 * @param name     where it stands, and how it was added up: "by party, regime", "by month, added up over month"
 * @param question the question that would give exactly this number, as of the instant of what stated it
 */
public record Claim(String name, Question question, long value) {
}
