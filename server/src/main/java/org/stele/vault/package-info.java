/**
 * Bytes, and nothing of what they mean: originals as encrypted blobs that are durable when acknowledged and never change, and the
 * locations where their copies lie. A blob is named by the SHA-256 of its ciphertext, so that any location can be checked without a key.
 * Knows the keys, the history it writes its rows through, and the data folder.
 */
@NullMarked
package org.stele.vault;

import org.jspecify.annotations.NullMarked;
