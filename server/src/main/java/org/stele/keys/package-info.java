/**
 * Keys: four compartments, each a pair of keys in versions; data keys wrapped for a compartment; single fields sealed for a row; and the
 * way back to all of it by three of five shares on paper. It touches the folder {@code keys} of the data folder, the
 * environment, and one table that holds the fingerprints of keys. No secret enters a log, an exception or a {@code toString}.
 */
@NullMarked
package org.stele.keys;

import org.jspecify.annotations.NullMarked;
