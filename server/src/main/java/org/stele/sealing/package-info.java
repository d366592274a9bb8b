/**
 * The sealed log: one entry for every row that is to last, written with the row; after the commit published as a tamper-evident log
 * of tiles with signed checkpoints. Knows rows by their table, key and columns, and nothing of what they mean.
 */
@NullMarked
package org.stele.sealing;

import org.jspecify.annotations.NullMarked;
