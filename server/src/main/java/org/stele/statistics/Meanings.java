package org.stele.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meanings by one codebook and one gazetteer, found once and kept until a dictionary has grown. */
final class Meanings {

    private final Interpretation interpretation;
    private final Map<Dimension, Meaning> known = new ConcurrentHashMap<>();

    Meanings(Interpretation interpretation) {
        this.interpretation = interpretation;
    }

    Interpretation interpretation() {
        return interpretation;
    }

    Meaning of(Dimension dimension, Loaded loaded) {
        Dictionary.Values dictionary = loaded.values().get(Interpretation.field(dimension.axis()));
        return known.compute(dimension, (asked, before) -> before != null && before.size() >= dictionary.size()
                ? before : Meaning.of(interpretation, dimension, dictionary));
    }
}
