package org.stele.statistics;

import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.stele.codebook.Codebook;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.places.Gazetteer;

/** The one place numbers come from. */
public interface Statistics {

    /** Counts.
     *  @throws IllegalArgumentException if the question names something the codebook does not have, or a future instant */
    Answer answer(Question question);

    /**
     * Lists the versions behind one cell of an answer, each with what it contributes: the contributions of all sum to the cell.
     *
     * @param key    one value code for each of the question's dimensions; none for the total
     * @param offset how many versions to pass over, 0 for the first page
     * @param limit  how many to list at most
     */
    Counted explain(Question question, Measure measure, List<String> key, long offset, int limit);

    /**
     * Counts the register in a database, all versions of which are kept in memory (about 60 bytes each) and brought up to date
     * before each answer. One for a database is enough; it may be asked by many at once.
     *
     * @param codebooks  the codebook in force at a moment
     * @param gazetteers the places as known at a moment
     */
    static Statistics of(DataSource source, Changes changes, Function<Moment, Codebook> codebooks, Function<Moment, Gazetteer> gazetteers) {
        return new RegisterStatistics(source, changes, codebooks, gazetteers);
    }
}
