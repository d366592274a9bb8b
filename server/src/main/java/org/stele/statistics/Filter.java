package org.stele.statistics;

import java.util.Set;

/** Keeps only what has one of these values along a dimension. */
public record Filter(Dimension dimension, Set<String> values) {
    public Filter {
        values = Set.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A filter on " + dimension.axis() + " needs at least one value");
        }
    }
}
