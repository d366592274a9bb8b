package org.stele.codebook;

import java.util.List;
import org.stele.language.Text;

/** A named set of main parties, for a sentence about all of them together. */
public record Alliance(String code, Text name, List<String> parties) {
}
