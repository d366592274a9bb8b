package org.stele.codebook;

import org.stele.language.Text;

/** Who publishes: full name, and the short one used in sentences. */
public record Organisation(Text name, Text brief) {
}
