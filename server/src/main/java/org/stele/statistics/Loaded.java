package org.stele.statistics;

import java.util.Map;

/**
 * The versions in memory: everything up to a change, and perhaps the first steps of later ones, which no question as of this
 * change or an earlier one can see.
 *
 * @param change number of the last change taken in
 */
record Loaded(int change, VersionTable.Rows victims, VersionTable.Rows incidents, Map<Field, Dictionary.Values> values) {
}
