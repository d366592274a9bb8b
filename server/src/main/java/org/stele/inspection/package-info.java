/**
 * What a file shows itself to be: its type by its bytes, what it claims about its time, place and device, the fingerprint of a
 * picture, stills of a film, a small view of it, its text. Pure: no Spring and no database; bytes in, an {@link org.stele.inspection.Inspection} out.
 *
 * <p>The bytes come from strangers and may be made to do harm. Whatever opens them runs in a process of its own, which has no network,
 * little memory, a minute, no environment and nothing to write to but one pipe. That process may die at any time: what it had
 * found until then is kept, and the item in the vault is not touched. Nothing here changes an original, and nothing that a file
 * says of itself is taken as true: it is a claim, kept with the tag it stood in.
 */
@NullMarked
package org.stele.inspection;

import org.jspecify.annotations.NullMarked;
