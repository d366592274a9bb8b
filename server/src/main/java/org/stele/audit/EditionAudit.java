package org.stele.audit;

import java.util.List;
import java.util.Map;
import org.stele.history.Version;
import org.stele.reports.Edition;
import org.stele.reports.EditionCheck;
import org.stele.reports.Editions;
import org.stele.sealing.LogState;

/** Reads the files of every state of every edition again, and asks the figures of its last state again. */
final class EditionAudit {

    private static final String REMEDY = "Take the edition off the public site until it is explained. Every state of it, with its files, is in each backup: 'stele backup verify'"
            + " finds a sound one; 'stele report verify %d' lists all differences.";

    private final Editions editions;
    private final EditionCheck check;

    EditionAudit(Editions editions, EditionCheck check) {
        this.editions = editions;
        this.check = check;
    }

    /** How much was checked. */
    record Checked(int editions, long figures, long files) {
    }

    Checked run(List<Finding> findings, Audit.Progress progress) {
        List<Version<Edition>> all;
        try {
            all = editions.all();
        } catch (RuntimeException e) {
            findings.add(new Finding("editions", "editions", "", "The editions cannot be read: " + e.getMessage(), REMEDY.formatted(1)));
            return new Checked(0, 0, 0);
        }
        long of = all.stream().mapToLong(each -> each.record().figures().size()).sum();
        long figures = 0;
        long files = 0;
        Map<Long, LogState> states = check.states(all.stream().map(Version::record).toList());
        for (Version<Edition> edition : all) {
            for (Version<Edition> state : editions.all(edition.id())) {
                String what = name(state);
                check.files(state.record()).forEach(words -> add(findings, edition.id(), what, words));
                files += state.record().files().size();
            }
            check.log(edition.record(), states).forEach(words -> add(findings, edition.id(), name(edition), words));
            check.figures(edition.record()).forEach(words -> add(findings, edition.id(), name(edition), words));
            figures += edition.record().figures().size();
            progress.at("figures", figures, of);
        }
        return new Checked(all.size(), figures, files);
    }

    private static void add(List<Finding> findings, long id, String what, String words) {
        findings.add(new Finding("editions", what, "", Character.toUpperCase(what.charAt(0)) + what.substring(1) + ": " + words + ".", REMEDY.formatted(id)));
    }

    private static String name(Version<Edition> edition) {
        return "edition %d (%s report on %s, %s)".formatted(edition.id(), edition.record().report(), edition.record().month(), edition.record().state().name());
    }
}
