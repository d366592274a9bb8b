package org.stele.backup;

import java.util.List;

/**
 * What came of a backup, in sentences for people.
 *
 * @param good whether all is well; if not, a backup was written all the same, and the warnings say what it lacks
 */
public record BackupResult(boolean good, List<String> lines, List<String> warnings) {
}
