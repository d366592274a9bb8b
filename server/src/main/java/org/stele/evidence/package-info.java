/**
 * Evidence items: what they are, where they came from, what they are attached to, what was made from them, and who did what with them.
 * Bytes are the vault's. What an item is attached to lies in rooms above and is known here by its reference only ({@code victim:7});
 * a room that knows more says it through {@link org.stele.evidence.Subjects}.
 */
@NullMarked
package org.stele.evidence;

import org.jspecify.annotations.NullMarked;
