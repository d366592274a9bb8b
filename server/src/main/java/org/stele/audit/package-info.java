/**
 * Proof for outsiders: bundles that somebody can check who has neither the program nor the database, only Python and openssl. Reads
 * what other rooms keep, and changes nothing but that a hand-over is recorded.
 */
@NullMarked
package org.stele.audit;

import org.jspecify.annotations.NullMarked;
