package org.stele.register;

import org.stele.codebook.Codebook;

/**
 * A codebook as it was adopted.
 *
 * @param text     the text that was read, byte for byte
 * @param sha256   digest of that text (UTF-8), lower-case hexadecimal
 * @param codebook what it says
 */
public record AdoptedCodebook(String text, String sha256, Codebook codebook) {
}
