/**
 * A tamper-evident log: the Merkle tree of RFC 6962, served as the tiles, checkpoints, cosignatures and proofs that C2SP specifies.
 * No Spring, no database, no network.
 */
@NullMarked
package org.stele.tlog;

import org.jspecify.annotations.NullMarked;
