package org.stele.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param by      who answers for it
 * @param dryRun  compute everything, write nothing
 * @param rejects where to write rejected rows; nowhere if absent
 */
public record ImportOrder(Path file, Path mapping, String by, boolean dryRun, @Nullable Path rejects) {
}
