package org.stele.drawing;

/** A finished drawing.
 *  @param markup one well-formed {@code <svg>} element without style attributes, so a strict content policy lets it through
 *  @param width in SVG units
 *  @param height in SVG units */
public record Svg(String markup, double width, double height) {
}
