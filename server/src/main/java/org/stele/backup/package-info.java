/**
 * Backup and restore of the whole register: the tables as one snapshot, the sealed log, keys, configuration and, as chosen, the originals;
 * to a folder or a location of the vault's plan, ordered by a command, over the running server's socket, or by its schedule. Reads and
 * writes whole tables and files without knowing what they mean; the figures it records are asked of {@code statistics}.
 */
@NullMarked
package org.stele.backup;

import org.jspecify.annotations.NullMarked;
