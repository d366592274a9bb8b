package org.stele.publication;

import org.jspecify.annotations.Nullable;

/** A headline figure.
 *  @param link where those counted are listed
 *  @param main whether it is the first among them */
public record Key(String label, long figure, @Nullable String link, boolean main) {
}
