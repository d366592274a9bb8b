package org.stele.statistics;

import java.util.List;
import org.stele.history.VersionKey;

/**
 * The versions behind one cell: as many as the cell says, for measures that count victims or incidents; for measures that add up
 * numbers written on incidents, the incidents added.
 *
 * @param table    {@code victim} or {@code incident}
 * @param total    how many versions there are
 * @param versions those of the page asked for, in order of id
 */
public record Counted(String table, long total, List<VersionKey> versions) {
}
