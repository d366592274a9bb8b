package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import org.stele.codebook.Codebook;
import org.stele.history.VersionKey;
import org.stele.statistics.Answer;
import org.stele.statistics.Contradiction;
import org.stele.statistics.Published;
import org.stele.statistics.QuestionSyntax;
import org.stele.statistics.Reconciliation;
import org.stele.statistics.Statistics;

/** Figures of one edition that cannot all be true: nothing is written. The message names each pair and the records that differ. */
public final class ContradictingFigures extends RuntimeException {

    /** More records than this are not listed: {@code stele explain} lists them all. */
    private static final int LISTED = 20;

    private ContradictingFigures(List<String> contradictions) {
        super("The figures contradict one another, so nothing is written:" + System.lineSeparator() + String.join(System.lineSeparator(), contradictions));
    }

    /** Holds all figures, tables, and the list of massacres against one another.
     *  @throws ContradictingFigures if two cannot both be true */
    static void refuse(Counting counting, List<Massacre> massacres, Codebook codebook, Statistics statistics) {
        List<Published> published = new ArrayList<>();
        counting.figures().all().forEach(figure -> published.add(new Published.Number(figure.name(), figure.question(), figure.value())));
        QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());
        for (Answer answer : counting.answers()) {
            published.add(new Published.Table("table " + syntax.query(answer.question()), answer));
        }
        // What is told one by one must come to what is stated (INC-6).
        published.add(listed(counting, "massacres", massacres.size()));
        published.add(listed(counting, "massacre-deaths", massacres.stream().mapToLong(Massacre::killed).sum()));
        published.add(listed(counting, "massacre-children", massacres.stream().mapToLong(Massacre::children).sum()));
        published.add(listed(counting, "massacre-girls", massacres.stream().mapToLong(Massacre::girls).sum()));
        published.add(listed(counting, "massacre-women", massacres.stream().mapToLong(Massacre::women).sum()));
        List<Contradiction> found = Reconciliation.check(published, codebook);
        if (!found.isEmpty()) {
            throw new ContradictingFigures(found.stream().map(contradiction -> told(contradiction, statistics)).toList());
        }
    }

    private static Published listed(Counting counting, String name, long sum) {
        return new Published.Number("the list of massacres, " + name + " added up", counting.figures().get(name).question(), sum);
    }

    private static String told(Contradiction contradiction, Statistics statistics) {
        Reconciliation.Difference difference = Reconciliation.explain(contradiction, statistics);
        return contradiction.sentence() + " The register counts %d and %d; only in the first: %s; only in the second: %s."
                .formatted(difference.one(), difference.other(), records(difference.onlyInOne()), records(difference.onlyInOther()));
    }

    private static String records(List<VersionKey> versions) {
        String listed = String.join(", ", versions.stream().limit(LISTED).map(version -> version.id() + " (version " + version.version() + ")").toList());
        return versions.isEmpty() ? "none" : versions.size() > LISTED ? listed + " and " + (versions.size() - LISTED) + " more" : listed;
    }
}
