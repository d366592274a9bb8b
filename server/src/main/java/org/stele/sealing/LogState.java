package org.stele.sealing;

/**
 * The sealed log as it stood at one time. Whoever has this can later tell whether the log still begins with the same entries.
 *
 * @param size number of entries
 * @param root root of their tree in base64, as a checkpoint states it
 */
public record LogState(long size, String root) {
}
