package org.stele.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Something made from an item: a thumbnail, a still, a text, a redacted copy.
 *
 * @param original number of the item it is made from
 * @param form     what sort of thing it is itself
 * @param title    in words, if any
 * @param madeHow  what it is and how and by which program it was made, so that another can make it again
 * @param by       who or which program made it
 * @param reason   what for
 */
public record Derivative(long original, Form form, @Nullable String title, String madeHow, String by, String reason) {
}
