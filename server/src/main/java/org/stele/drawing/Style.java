package org.stele.drawing;

import org.stele.language.Language;

/** How a drawing is drawn.
 *  @param language what it is read in: decides the reading direction and the drawing's own few words
 *  @param digits the digits of every number in the drawing
 *  @param lettering live text for the web, outlines for print
 *  @param width in SVG units; text is set at 13 units, so 640 suits a page column and 340 a phone */
public record Style(Language language, Digits digits, Lettering lettering, double width) {
    public Style {
        if (!(width >= 200 && width <= 4000)) {
            throw new IllegalArgumentException("A drawing is 200 to 4000 units wide, not " + width);
        }
    }

    /** For a web page: live text in Latin digits. */
    public static Style web(Language language, double width) {
        return new Style(language, Digits.LATIN, Lettering.LIVE, width);
    }

    /** For print: outlined text, so that no renderer needs a font or knows how Arabic letters join. */
    public static Style print(Language language, double width) {
        return new Style(language, Digits.LATIN, Lettering.OUTLINED, width);
    }

    /** The digits numbers are written in. */
    public enum Digits { LATIN, ARABIC_INDIC }

    /** Real {@code <text>} elements, or the outlines of the same letters at the same places. */
    public enum Lettering { LIVE, OUTLINED }
}
