package org.stele.drawing;

/** Something to be drawn: the data and its words, already in the language it will be read in. */
public sealed interface Drawing permits BarChart, MonthChart, AreaMap {
    /** What the drawing shows, as a sentence: read aloud in its place, and the alternative text of the PDF. */
    String description();

    /** Draws it. The same drawing and style give the same markup, character by character. */
    Svg draw(Style style);
}
