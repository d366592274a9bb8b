package org.stele.drawing;

/** A letter that none of the typefaces has. A name with a "#" in it must never be printed, so the drawing or document fails. */
public final class MissingLetters extends RuntimeException {
    MissingLetters(String text, int letter) {
        super("No typeface has the letter '%s' (U+%04X) of the text '%s': write it with another letter, or add a font that has it"
                .formatted(Character.toString(letter), letter, text.length() > 80 ? text.substring(0, 80) + "…" : text));
    }
}
