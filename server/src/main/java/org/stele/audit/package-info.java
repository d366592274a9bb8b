/**
 * Whether all is as it was sealed, and proof of it for outsiders: the check of everything at once, how the log stands and who vouches for
 * it, and bundles that somebody can check who has neither the program nor the database, only Python and openssl. Reads what other rooms
 * keep, and changes nothing but that a hand-over is recorded and the last check noted.
 */
@NullMarked
package org.stele.audit;

import org.jspecify.annotations.NullMarked;
