package org.stele.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one kind of question: measures, broken down by dimensions, of what passes the filters, in a period, as of an instant.
 *
 * @param by   none for a single figure, up to three dimensions for a cross-tab
 * @param asOf the instant whose state of knowledge is asked; the latest if absent
 */
public record Question(List<Measure> measures, List<Dimension> by, List<Filter> where, Period period, @Nullable Instant asOf) {

    public Question {
        measures = List.copyOf(measures);
        by = List.copyOf(by);
        where = List.copyOf(where);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("A question needs a measure");
        }
    }
}
