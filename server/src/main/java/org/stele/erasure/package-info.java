/**
 * Lawful erasure: one person asks, another confirms, and then what is personal in a record is destroyed in every version of it, and nothing
 * else: counts, proofs and the mark stay. Knows of all rooms which columns are personal.
 */
@NullMarked
package org.stele.erasure;

import org.jspecify.annotations.NullMarked;
