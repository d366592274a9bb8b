/**
 * Objects on a disk after the Oxford Common File Layout 1.1: folders that say by themselves what they hold, readable with any program
 * for as long as JSON and SHA-256 are. Written durably, only ever added to. Pure but for files: no Spring, no database; uses the durable
 * steps of {@code database} and the digests of {@code fixity}.
 */
@NullMarked
package org.stele.ocfl;

import org.jspecify.annotations.NullMarked;
