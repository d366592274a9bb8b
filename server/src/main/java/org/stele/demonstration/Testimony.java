package org.stele.demonstration;

import java.time.LocalDate;

/**
 * What a source said about a victim.
 *
 * @param source position of the source, from 0
 * @param victim position of the victim, from 0
 * @param day    the day it was taken in
 */
record Testimony(int source, int victim, LocalDate day, String locator, String key, String words) {
}
