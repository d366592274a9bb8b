package org.stele.statistics;

import java.util.List;

/** The one place numbers come from. */
public interface Statistics {

    /** Counts.
     *  @throws IllegalArgumentException if the question names something the codebook does not have, or a future instant */
    Answer answer(Question question);

    /**
     * Lists the versions behind one cell of an answer.
     *
     * @param key    one value code for each of the question's dimensions; none for the total
     * @param offset how many versions to pass over, 0 for the first page
     * @param limit  how many to list at most
     */
    Counted explain(Question question, Measure measure, List<String> key, long offset, int limit);
}
