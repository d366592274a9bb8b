/** Benchmarks: each prints what it measured as a ratio to a named baseline of the same run. */
@NullMarked
package org.stele.bench;

import org.jspecify.annotations.NullMarked;
