package org.stele.codebook;

import org.stele.language.Text;

/**
 * A group a victim can belong to by work or condition: medical personnel, media workers … Children and women are not groups of
 * the codebook, they follow from age and sex.
 *
 * @param name       the group in the plural, as in "among {medical personnel}"
 * @param ownSection whether monthly reports have a section for it, printed at zero too (R10)
 */
public record Group(String code, Text name, boolean ownSection) {
}
