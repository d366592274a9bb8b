/** How fast the linkage library is, from reading a file to written results. */
@NullMarked
package org.stele.bench.linkage;

import org.jspecify.annotations.NullMarked;
