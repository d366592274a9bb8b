package org.stele.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.stele.fixity.Digest;
import org.stele.history.Changes;
import org.stele.register.Codebooks;
import org.stele.sealing.LogState;
import org.stele.sealing.LogStates;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;
import org.stele.statistics.Statistics;

/** Finds out whether an edition still stands as it was written: its files, its figures, and the state of the register that they were asked of. */
public final class EditionCheck {

    private final Editions editions;
    private final Changes changes;
    private final Codebooks codebooks;
    private final Statistics statistics;
    private final LogStates log;

    EditionCheck(Editions editions, Changes changes, Codebooks codebooks, Statistics statistics, LogStates log) {
        this.editions = editions;
        this.changes = changes;
        this.codebooks = codebooks;
        this.statistics = statistics;
        this.log = log;
    }

    /** Every difference in a sentence, the log's first; none if the edition stands as it was written. */
    public List<String> differences(Edition edition) {
        List<String> all = new ArrayList<>(log(edition, states(List.of(edition))));
        all.addAll(figures(edition));
        all.addAll(files(edition));
        return all;
    }

    /** How the sealed log of now begins, by the sizes that it had at the instants of these editions; read once for all of them. */
    public Map<Long, LogState> states(Collection<Edition> editions) {
        return log.ofSizes(editions.stream().map(edition -> edition.log().size()).toList());
    }

    /** Whether the sealed log still begins with the entries that it had at the edition's instant. */
    public List<String> log(Edition edition, Map<Long, LogState> states) {
        LogState now = states.get(edition.log().size());
        if (now == null) {
            return List.of("of the %d entries that the sealed log had when it was counted some are gone".formatted(edition.log().size()));
        }
        return now.equals(edition.log()) ? List.of() : List.of("the first %d entries of the sealed log are not those that it was counted from: their root was %s and is %s"
                .formatted(now.size(), edition.log().root(), now.root()));
    }

    /** Asks every figure's question again as of the edition's instant. */
    public List<String> figures(Edition edition) {
        List<String> differences = new ArrayList<>();
        try {
            QuestionSyntax syntax = new QuestionSyntax(codebooks.inForce(changes.settled(edition.asOf()))
                    .orElseThrow(() -> new IllegalArgumentException("the codebook that was in force is gone")).record().codebook().placeLevels());
            for (Edition.FrozenFigure figure : edition.figures()) {
                Question question = syntax.ofQuery(figure.question());
                long now = statistics.answer(question).total(question.measures().getFirst());
                if (now != figure.value()) {
                    differences.add("%s was %d and is %d (%s)".formatted(figure.name(), figure.value(), now, figure.question()));
                }
            }
        } catch (RuntimeException e) {
            // Of a register that was tampered with anything may be missing.
            differences.add("its figures cannot be asked again: " + e.getMessage());
        }
        return differences;
    }

    /** Reads its files again. */
    public List<String> files(Edition edition) {
        List<String> differences = new ArrayList<>();
        for (Edition.File file : edition.files()) {
            if (!editions.has(file)) {
                differences.add(file.name() + " is gone");
            } else if (!Digest.of(editions.bytes(file)).sha256().equals(file.sha256())) {
                differences.add(file.name() + " is not the file that was written");
            }
        }
        return differences;
    }
}
