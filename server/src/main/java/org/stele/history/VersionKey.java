package org.stele.history;

/** Names one version of one record: what a figure lists when it says whom it counts. */
public record VersionKey(long id, int version) {
}
