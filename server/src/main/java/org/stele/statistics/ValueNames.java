package org.stele.statistics;

import java.util.Set;
import java.util.stream.Collectors;
import org.stele.codebook.Codebook;
import org.stele.language.Language;
import org.stele.places.Gazetteer;

/** What the values of a filter are called, for a reader. */
record ValueNames(Codebook codebook, Gazetteer places) {

    String of(Filter filter, Language language) {
        return filter.values().stream().sorted().map(value -> of(filter.dimension(), value, language))
                .collect(Collectors.joining(language == Language.AR ? "، " : ", "));
    }

    String of(Dimension dimension, String value, Language language) {
        return PrintOrder.of(dimension, codebook, places, Period.EVER, Set.of(value)).stream().map(PrintOrder.Line::value)
                .filter(known -> known.code().equals(value)).findFirst().map(known -> known.label().in(language)).orElse(value);
    }
}
