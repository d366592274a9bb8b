package org.stele.document;

import java.util.Optional;
import java.util.function.Function;

/** Being written. */
record MarkdownReader(Function<String, Optional<Span>> figures) {
    Markdown.Reading read(String markdown) {
        throw new UnsupportedOperationException("Being written: " + markdown.length());
    }
}
