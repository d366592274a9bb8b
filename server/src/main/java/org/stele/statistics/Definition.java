package org.stele.statistics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.history.Moment;
import org.stele.page.Page;

/**
 * What a figure means, in words: what is counted, of whom, when, as of when and by which rules. Holds no number: it may be shown to
 * everyone.
 */
public record Definition(String measure, List<Condition> conditions, @Nullable LocalDate from, @Nullable LocalDate to, Moment moment, String basis,
        String programme, String version) {

    /** One condition: a dimension and the values that pass. */
    public record Condition(String dimension, String values) {
    }

    static Definition of(Question question, Codebook codebook, ValueNames values, Moment moment, Page page) {
        Names names = new Names(codebook);
        return new Definition(page.say(names.measure(question.measures().getFirst())),
                question.where().stream().map(filter -> new Condition(page.say(names.dimension(filter.dimension())), values.of(filter, page.language()))).toList(),
                question.period().from(), question.period().to(), moment, page.say(names.basis()), page.say(codebook.title()), codebook.version());
    }
}
