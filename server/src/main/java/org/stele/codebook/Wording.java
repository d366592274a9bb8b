package org.stele.codebook;

import java.util.Map;
import org.stele.language.Text;

/** House wording by name. */
public record Wording(Map<String, Text> texts) {
    public Wording {
        texts = Map.copyOf(texts);
    }

    /** @throws IllegalArgumentException naming the text that is missing */
    public Text get(String name) {
        Text text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("The codebook has no wording named '" + name + "'");
        }
        return text;
    }
}
