package org.stele.reports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.stele.reports.MonthlyQuestions.Asking;
import org.stele.statistics.Answer;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/**
 * The figures of an edition, and the answers they were taken from.
 *
 * @param answers what is reconciled before anything is written
 */
record Counting(Figures figures, List<Answer> answers) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** Asks everything. Each figure keeps the question for itself alone, so that it can be asked again and explained. */
    static Counting ask(List<Asking> askings, Statistics statistics) {
        Figures figures = new Figures();
        List<Answer> answers = new ArrayList<>();
        for (Asking asking : askings) {
            Answer answer = statistics.answer(asking.question());
            answers.add(answer);
            take(asking, answer, figures);
        }
        return new Counting(figures, List.copyOf(answers));
    }

    private static void take(Asking asking, Answer answer, Figures figures) {
        // The total of a breakdown under a condition is a part of another question and named there.
        boolean whole = asking.breakdown() == null || answer.question().where().isEmpty() && !asking.suffix().equals("-previous");
        boolean ofMonths = asking.breakdown() == Figures.Breakdown.MONTHS;
        for (Measure measure : answer.question().measures()) {
            if (whole) {
                String suffix = ofMonths ? "-ytd" : asking.suffix();
                figures.add(new Figure(asking.name(measure) + suffix, measure, single(asking, answer, measure, null), answer.total(measure)));
            }
            if (asking.breakdown() != null) {
                for (Answer.Value value : answer.axes().getFirst()) {
                    figures.add(new Figure(asking.name(measure) + asking.breakdown().key(value.code()) + asking.suffix(), measure,
                            single(asking, answer, measure, value), answer.cell(measure, value.code())));
                }
            }
        }
        if (asking.breakdown() != null) {
            figures.note(asking.breakdown(), answer.axes().getFirst());
        }
    }

    private static Question single(Asking asking, Answer answer, Measure measure, Answer.@org.jspecify.annotations.Nullable Value value) {
        Question asked = answer.question();
        List<Filter> where = new ArrayList<>(asked.where());
        if (value != null && asking.breakdown() == Figures.Breakdown.MONTHS && MONTH.matcher(value.code()).matches()) {
            // A month of a run of months, by the date that periods count by, is plainly the month.
            return new Question(List.of(measure), List.of(), where, Period.of(YearMonth.parse(value.code())), answer.moment().at());
        }
        if (value != null) {
            where.add(new Filter(asked.by().getFirst(), Set.of(value.code())));
        }
        return new Question(List.of(measure), List.of(), where, asked.period(), answer.moment().at());
    }
}
