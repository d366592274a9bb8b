package org.stele.backup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.fixity.Digest;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/** A fixed set of questions whose answers a backup carries: a restored register must give the same, as of the same instant. */
public final class KnownFigures {
    private static final Map<String, List<Dimension>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("everything", List.of());
        QUESTIONS.put("by month", List.of(Dimension.of(Dimension.Axis.MONTH)));
        QUESTIONS.put("by party and month", List.of(new Dimension(Dimension.Axis.PARTY, 1), Dimension.of(Dimension.Axis.MONTH)));
        QUESTIONS.put("by place of death", List.of(new Dimension(Dimension.Axis.DEATH_PLACE, 1)));
        QUESTIONS.put("by method and age class", List.of(Dimension.of(Dimension.Axis.METHOD), Dimension.of(Dimension.Axis.AGE_CLASS)));
    }

    private KnownFigures() {
    }

    /** For each question the totals, and the digest of the whole table. Empty where no codebook is in force: nothing can be counted. */
    public static Map<String, String> of(Statistics statistics, Instant asOf) {
        List<Measure> measures = List.of(Measure.Basic.VICTIMS, Measure.Basic.CHILDREN, Measure.Basic.WOMEN, Measure.Basic.RECORDED);
        Map<String, String> figures = new LinkedHashMap<>();
        try {
            QUESTIONS.forEach((name, by) -> {
                Answer answer = statistics.answer(new Question(measures, by, List.of(), Period.EVER, asOf));
                var rows = new StringBuilder();
                answer.rows().forEach(row -> rows.append(row.key().stream().map(Answer.Value::code).toList()).append(row.figures())
                        .append('\n'));
                figures.put(name, "%s in %d rows, %s".formatted(answer.totals(), answer.rows().size(),
                        Digest.of(rows.toString()).sha256()));
            });
        } catch (IllegalStateException noCodebook) {
            return Map.of();
        }
        return figures;
    }
}
