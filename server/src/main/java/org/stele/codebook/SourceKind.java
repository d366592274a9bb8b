package org.stele.codebook;

import org.stele.language.Text;

/**
 * A kind of source.
 *
 * @param rank place on the source ladder (R11), 1 is best
 */
public record SourceKind(String code, Text name, int rank) {
}
