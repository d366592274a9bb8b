package org.stele.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.stele.codebook.Codebook;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.places.Gazetteer;

/** Counts the register's versions as of any moment, in memory. */
final class RegisterStatistics implements Statistics {

    /** Moments whose codebook, places and massacres are kept: a report asks many questions of one moment. */
    private static final int KEPT = 32;

    private static final Set<Measure> OF_MASSACRES = Set.of(Measure.Basic.MASSACRES, Measure.Basic.MASSACRE_VICTIMS, Measure.Basic.MASSACRE_TOLL);
    private static final Tally NOTHING = new Tally(1, 1);

    private final Changes changes;
    private final LoadedVersions versions;
    private final Function<Moment, Codebook> codebooks;
    private final Function<Moment, Gazetteer> gazetteers;
    private final Map<Long, Meanings> meanings = kept();
    private final Map<Long, Massacres> massacres = kept();

    RegisterStatistics(DataSource source, Changes changes, Function<Moment, Codebook> codebooks, Function<Moment, Gazetteer> gazetteers) {
        this.changes = changes;
        this.versions = new LoadedVersions(source);
        this.codebooks = codebooks;
        this.gazetteers = gazetteers;
    }

    @Override
    public Answer answer(Question question) {
        Ready ready = ready(question);
        List<Measure> ofVictims = question.measures().stream().filter(VictimCount::counts).toList();
        List<Measure.Basic> ofIncidents = question.measures().stream().filter(IncidentCount::counts).map(Measure.Basic.class::cast).toList();
        List<Measure> tolls = question.measures().stream().filter(MassacreToll::counts).toList();
        List<AnswerTable.Part> parts = List.of(
                new AnswerTable.Part(ofVictims, ofVictims.isEmpty() ? NOTHING : ready.victims(ofVictims).tally(ready.loaded, ready.change())),
                new AnswerTable.Part(ofIncidents, ofIncidents.isEmpty() ? NOTHING : ready.incidents(ofIncidents).tally(ready.loaded, ready.change())),
                new AnswerTable.Part(tolls, tolls.isEmpty() ? NOTHING : ready.toll().tally(ready.loaded, ready.change())));
        Question resolved = new Question(question.measures(), question.by(), question.where(), question.period(), ready.moment.at());
        return new AnswerTable(ready.asked, parts).answer(resolved, ready.moment);
    }

    @Override
    public Counted explain(Question question, Measure measure, List<String> key, long offset, int limit) {
        if (!key.isEmpty() && key.size() != question.by().size()) {
            throw new IllegalArgumentException("A cell of this table is named by %d values, not %d".formatted(question.by().size(), key.size()));
        }
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("A page begins at 0 or later and has a length of 0 or more");
        }
        List<Filter> where = new ArrayList<>(question.where());
        for (int i = 0; i < key.size(); i++) {
            where.add(new Filter(question.by().get(i), Set.of(key.get(i))));
        }
        Ready ready = ready(new Question(List.of(measure), List.of(), where, question.period(), question.asOf()));
        boolean ofIncidents = IncidentCount.counts(measure);
        VersionList list = ofIncidents ? ready.incidents(List.of((Measure.Basic) measure)).list(ready.loaded, ready.change())
                : MassacreToll.counts(measure) ? ready.toll().list(ready.loaded, ready.change())
                : ready.victims(List.of(measure)).list(ready.loaded, ready.change());
        return new Counted(ofIncidents ? "incident" : "victim", IncidentCount.adds(measure), list.figure(), list.total(), list.page(offset, limit));
    }

    /** Reads the versions before the first question does. */
    void warm() {
        versions.upTo(changes.latest().change());
    }

    private Ready ready(Question question) {
        java.time.Instant asOf = question.asOf();
        Moment moment = asOf == null ? changes.latest() : changes.settled(asOf);
        Loaded loaded = versions.upTo(moment.change());
        Meanings meaning = meanings.computeIfAbsent(moment.change(), change -> meanings(codebooks.apply(moment), gazetteers.apply(moment)));
        QuestionCheck.check(question, meaning.interpretation().codebook(), meaning.interpretation().places());
        boolean needed = question.measures().stream().anyMatch(OF_MASSACRES::contains);
        return new Ready(moment, loaded, new Asked(question, loaded, meaning), () -> needed
                ? massacres.computeIfAbsent(moment.change(), change -> Massacres.of(loaded, (int) moment.change(), meaning)) : Massacres.NONE);
    }

    /** Most changes leave the codebook and the places as they are: what was found out by these stays. */
    private Meanings meanings(Codebook codebook, Gazetteer places) {
        return meanings.values().stream().filter(known -> known.interpretation().codebook() == codebook && known.interpretation().places() == places)
                .findFirst().orElseGet(() -> new Meanings(new Interpretation(codebook, places)));
    }

    /** A question with all that is needed to count. */
    private record Ready(Moment moment, Loaded loaded, Asked asked, Supplier<Massacres> massacres) {
        int change() {
            return Math.toIntExact(moment.change());
        }

        VictimCount victims(List<Measure> measures) {
            return new VictimCount(asked, measures, massacres.get());
        }

        IncidentCount incidents(List<Measure.Basic> measures) {
            return new IncidentCount(asked, measures, massacres.get());
        }

        MassacreToll toll() {
            return new MassacreToll(asked, massacres.get());
        }
    }

    /** What a settled moment was like never changes, so anything about it may be kept; the eldest goes. */
    private static <V> Map<Long, V> kept() {
        return Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                return size() > KEPT;
            }
        });
    }
}
