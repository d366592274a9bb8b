package org.stele.reports;

import java.util.List;
import org.stele.statistics.Measure;
import org.stele.statistics.Question;

/**
 * A counted number that a report may print, under a name.
 *
 * @param name     what editable text calls it: {@code landmine-deaths-ytd}
 * @param measure  what is counted
 * @param question the question that gives it and nothing else: one measure, no dimensions, as of the edition's instant
 */
public record Figure(String name, Measure measure, Question question, long value) {

    public Figure {
        if (!question.by().isEmpty() || !question.measures().equals(List.of(measure))) {
            throw new IllegalArgumentException("The figure " + name + " needs a question for one number, not " + question);
        }
    }
}
