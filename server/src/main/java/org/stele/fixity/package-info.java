/**
 * Reads bytes and says what they are: the SHA-256 of bytes, of a text, and of a file as it stands on the disk, not as memory remembers
 * it. The one place where rooms above get it. Pure: no Spring, no database. May touch nothing of the other rooms.
 */
@NullMarked
package org.stele.fixity;

import org.jspecify.annotations.NullMarked;
