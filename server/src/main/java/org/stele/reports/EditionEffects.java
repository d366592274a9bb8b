package org.stele.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.register.Codebooks;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;
import org.stele.statistics.Statistics;

/** What a later decision means for editions that are out: which of their figures would read otherwise, and where a person stands in them. */
public final class EditionEffects {

    private final Editions editions;
    private final Changes changes;
    private final Codebooks codebooks;
    private final Statistics statistics;
    private final Victims victims;

    EditionEffects(Editions editions, Changes changes, Codebooks codebooks, Statistics statistics, Victims victims) {
        this.editions = editions;
        this.changes = changes;
        this.codebooks = codebooks;
        this.statistics = statistics;
        this.victims = victims;
    }

    /** A figure that a decision changed. @param printed what the edition says */
    public record Changed(String name, long printed, long before, long after) {
    }

    /**
     * An edition that a decision touches.
     *
     * @param figures those that read otherwise after it
     * @param counted persons of the case that the edition counts
     * @param named   persons of the case that it tells of by name
     */
    public record Touched(Version<Edition> edition, List<Changed> figures, List<Long> counted, List<Long> named) {
    }

    /**
     * The editions written before a decision that it touches, the latest first.
     *
     * @param decided the instant of the decision
     * @param persons ids of the victims it is about
     */
    public List<Touched> of(Instant decided, List<Long> persons) {
        List<Touched> touched = new ArrayList<>();
        for (Version<Edition> each : editions.all()) {
            Edition edition = each.record();
            if (edition.asOf().isBefore(decided)) {
                List<Long> counted = persons.stream().filter(person -> counts(edition, person)).toList();
                List<Changed> figures = changed(edition, decided);
                if (!figures.isEmpty() || !counted.isEmpty()) {
                    touched.add(new Touched(each, figures, counted,
                            edition.cases().stream().filter(told -> told.named() && persons.contains(told.victim()))
                                    .map(Edition.ToldCase::victim).toList()));
                }
            }
        }
        return touched.reversed();
    }

    /** Asks every figure of the edition just before the decision and just after it. */
    private List<Changed> changed(Edition edition, Instant decided) {
        QuestionSyntax syntax = new QuestionSyntax(codebooks.inForce(changes.settled(edition.asOf())).orElseThrow().record().codebook().placeLevels());
        List<Changed> changed = new ArrayList<>();
        for (Edition.FrozenFigure figure : edition.figures()) {
            Question question = syntax.ofQuery(figure.question());
            long before = total(question, decided.minus(1, ChronoUnit.MICROS));
            long after = total(question, decided);
            if (before != after) {
                changed.add(new Changed(figure.name(), figure.value(), before, after));
            }
        }
        return changed;
    }

    private long total(Question question, Instant asOf) {
        return statistics.answer(new Question(question.measures(), question.by(), question.where(), question.period(), asOf))
                .total(question.measures().getFirst());
    }

    /** Whether the person was documented in the edition's month as it was known then. */
    private boolean counts(Edition edition, long person) {
        return victims.asOf(person, changes.settled(edition.asOf())).map(Version::record).map(Victim::documentedOn)
                .map((LocalDate on) -> YearMonth.from(on).equals(edition.month())).orElse(false);
    }
}
