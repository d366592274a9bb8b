package org.stele.inspection;

/**
 * A picture made from an original: it carries none of the original's metadata.
 *
 * @param bytes an encoded picture
 * @param type {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 * @param how the program, its version and the settings it was made with, so that it can be made again
 */
public record View(byte[] bytes, String type, int width, int height, String how) {
}
