package org.stele.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stele.codebook.Codebook;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.page.Unanswerable;
import org.stele.places.Gazetteer;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import org.stele.register.RecordWords;

/** A question that stands in an address, with all that is needed to answer it on a page. */
@Component
class FigureReader {

    private final Changes changes;
    private final Codebooks codebooks;
    private final Places places;

    FigureReader(Changes changes, Codebooks codebooks, Places places) {
        this.changes = changes;
        this.codebooks = codebooks;
        this.places = places;
    }

    /** @param question with the instant of its moment, so that it gives the same answer for ever
     *  @param past whether the address asked for a moment */
    record Figure(Question question, Moment moment, boolean past, Codebook codebook, Gazetteer places) {

        Measure measure() {
            return question.measures().getFirst();
        }

        QuestionSyntax syntax() {
            return new QuestionSyntax(codebook.placeLevels());
        }

        Definition definition(Page page) {
            return Definition.of(question, codebook, new ValueNames(codebook, places), moment, page);
        }

        RecordWords words(Page page) {
            return new RecordWords(page, codebook, places);
        }
    }

    /**
     * Reads a question about one figure: its first measure, without dimensions.
     *
     * @param measure what is counted where the address does not say
     * @throws Unanswerable saying what is wrong in the address
     */
    Figure read(@Nullable String query, Measure measure) {
        try {
            // The levels of places have names since the first codebook; a past one is asked for its meaning below.
            Codebook now = codebook(changes.latest());
            Question asked = new QuestionSyntax(now.placeLevels()).ofQuery(query == null ? "" : query);
            boolean named = query != null && (query.startsWith("measure=") || query.contains("&measure="));
            Instant asOf = asked.asOf();
            Moment moment = asOf == null ? changes.latest() : changes.settled(asOf);
            Question one = new Question(List.of(named ? asked.measures().getFirst() : measure), List.of(), asked.where(), asked.period(), moment.at());
            Codebook then = codebook(moment);
            Gazetteer gazetteer = places.gazetteer(moment);
            QuestionCheck.check(one, then, gazetteer);
            return new Figure(one, moment, asOf != null, then, gazetteer);
        } catch (IllegalArgumentException e) {
            throw new Unanswerable(e.getMessage(), e);
        }
    }

    private Codebook codebook(Moment moment) {
        return codebooks.inForce(moment).orElseThrow(() -> new Missing("The register has no codebook yet")).record().codebook();
    }
}
