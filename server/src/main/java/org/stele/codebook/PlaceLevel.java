package org.stele.codebook;

import org.stele.language.Text;

/** A level of places, for example {@code governorate}; its position in the codebook's list, from 1, is the level's number. */
public record PlaceLevel(String code, Text name, Text plural) {
}
