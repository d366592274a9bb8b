package org.stele.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.history.Moment;
import org.stele.page.Page;
import org.stele.statistics.Answer;
import org.stele.statistics.Basis;
import org.stele.statistics.Dimension;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;

/**
 * What one public page looks at: a period, as known at a moment, by a codebook. Everything it prints comes out of here.
 *
 * @param asOf the day the reader asked for; absent for the latest state
 */
public record View(Page page, Chosen chosen, @Nullable LocalDate asOf, Moment moment, Codebook codebook, Answers answers) {

    Answer ask(List<? extends Measure> measures, List<Dimension> by, List<Filter> where, Period period) {
        return answers.to(new Question(List.copyOf(measures), by, where, period, moment.at()));
    }

    /** Where the people behind a cell are listed, for who may read it; everyone else is told what the figure means. */
    String list(Question question, Measure measure, List<String> key) {
        List<Filter> where = new ArrayList<>(question.where());
        for (int i = 0; i < key.size(); i++) {
            where.add(new Filter(question.by().get(i), java.util.Set.of(key.get(i))));
        }
        Question cell = new Question(List.of(measure), List.of(), where, question.period(), question.asOf());
        return "/desk/figures?" + syntax().query(cell) + "&lang=" + page.language().tag();
    }

    QuestionSyntax syntax() {
        return new QuestionSyntax(codebook.placeLevels());
    }

    /** A message that may choose its words by what the codebook counts by: the second slot is the date's basis, the third the place's. */
    public String say(String key, Object value) {
        return page.say(key, value, codebook.counting().dateBasis().name().toLowerCase(Locale.ROOT), codebook.counting().placeBasis().name().toLowerCase(Locale.ROOT));
    }

    /** By which date and place figures are counted, in a sentence. */
    public String basis() {
        return say("publication.counted-by", "");
    }

    /** By which date they are: under a drawing, whose caption says the place. */
    String dated() {
        return say("publication.dated-by", "") + ".";
    }

    /** The months in which somebody is counted, latest first. */
    public List<YearMonth> months() {
        Answer answer = ask(List.of(Basic.VICTIMS), List.of(Basis.of(codebook.counting()).month()), List.of(), Period.EVER);
        return answer.rows().stream().map(row -> row.key().getFirst().code()).filter(code -> !code.equals(Dimension.UNKNOWN))
                .map(YearMonth::parse).toList().reversed();
    }

    public List<Year> years() {
        return months().stream().map(month -> Year.of(month.getYear())).distinct().toList();
    }

    /** This page's period and day as a query; empty where both are what one gets without asking. */
    public String query() {
        return "?period=" + chosen.code() + (asOf == null ? "" : "&as-of=" + asOf);
    }

    /** Codes of all pages of figures. */
    public List<String> themes() {
        return java.util.Arrays.stream(Theme.values()).filter(theme -> theme.in(codebook)).map(Theme::code).toList();
    }

    public Instant at() {
        return moment.at();
    }
}
