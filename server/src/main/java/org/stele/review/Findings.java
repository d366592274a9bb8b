package org.stele.review;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.register.Incident;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.review.Obstacle.Kind;

/** What is found in a case: chosen field by field with its grounds, by whoever works on it, while it is being verified. */
public final class Findings {

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Victims victims;

    Findings(DataSource source, Changes changes, Versions versions, Victims victims) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
        this.victims = victims;
    }

    /**
     * Puts another finding on a person in place of the one that was looked at.
     *
     * @param grounds for fields that changed, why; blank to take grounds away
     * @throws StaleVersion if somebody else changed it in the meantime
     * @throws Obstructed if the case is not being verified, or by another person
     */
    public void revise(long finding, int expected, Victim next, Map<String, String> grounds, String by) {
        change(FindingRows.VICTIMS, finding, expected, now -> now.with(next, grounds), by);
    }

    /** The same for the incident. */
    public void reviseIncident(long finding, int expected, Incident next, Map<String, String> grounds, String by) {
        change(FindingRows.INCIDENTS, finding, expected, now -> now.with(next, grounds), by);
    }

    /** Says which messages, and which person in each, tell of a person. */
    public void toldBy(long finding, int expected, List<Told> told, String by) {
        change(FindingRows.VICTIMS, finding, expected, now -> now.toldBy(told), by);
    }

    /** Adds a person to a case: one that a message tells of in words, or that came to light later. @return id of the finding */
    public long add(long caseId, Victim victim, List<Told> told, String by) {
        return changes.make(by, "added a person to case " + caseId, change -> {
            worked(caseId, by);
            return change.open(FindingRows.VICTIMS, List.of(new Finding<>(caseId, null, victim, Map.of(), told, false)));
        });
    }

    /** Brings a person of the register into a case, to be verified anew with what was told since. @return id of the finding */
    public long bringIn(long caseId, long victim, List<Told> told, String by) {
        return changes.make(by, "brought victim " + victim + " into case " + caseId, change -> {
            worked(caseId, by);
            Version<Victim> now = victims.current(victim).orElseThrow(() -> new Obstructed(Kind.NO_PERSON));
            return change.open(FindingRows.VICTIMS, List.of(new Finding<>(caseId, victim, now.record(), Map.of(), told, false)));
        });
    }

    /** Takes a person out of a case; that the person was in it stays in the history. */
    public void takeOut(long finding, int expected, String by, String why) {
        change(FindingRows.VICTIMS, finding, expected, Finding::takenOut, by, why);
    }

    /** Writes down what is to be thought of a message as a source. */
    public void assess(long caseId, Assessment assessment, String by, String why) {
        changes.make(by, why.isBlank() ? "assessed message " + assessment.message() : why, change -> {
            CaseFile file = worked(caseId, by);
            if (!file.messages().contains(assessment.message())) {
                throw new Obstructed(Kind.NO_SUCH_CASE, assessment.message());
            }
            Version<Assessment> now = file.assessments().get(assessment.message());
            if (now == null) {
                change.open(CaseFile.ASSESSMENTS, List.of(assessment));
            } else if (!now.record().equals(assessment)) {
                change.revise(CaseFile.ASSESSMENTS, List.of(new Revision<>(now.id(), now.number(), assessment)));
            }
            return null;
        });
    }

    /** Every state of a finding on a person, oldest first. */
    public List<Version<Finding<Victim>>> history(long finding) {
        return versions.all(FindingRows.VICTIMS, finding);
    }

    private <R> void change(FindingRows<R> rows, long finding, int expected, UnaryOperator<Finding<R>> to, String by) {
        change(rows, finding, expected, to, by, "found in finding " + finding);
    }

    private <R> void change(FindingRows<R> rows, long finding, int expected, UnaryOperator<Finding<R>> to, String by, String why) {
        changes.make(by, why, change -> {
            Version<Finding<R>> now = versions.current(rows, finding).orElseThrow(() -> new StaleVersion("finding", finding, expected));
            worked(now.record().caseId(), by);
            Finding<R> next = to.apply(now.record());
            if (now.number() != expected) {
                throw new StaleVersion("finding", finding, expected);
            }
            if (!next.equals(now.record())) {
                change.revise(rows, List.of(new Revision<>(finding, expected, next)));
            }
            return null;
        });
    }

    /** The case, if it is being verified by this person. */
    private CaseFile worked(long caseId, String by) {
        CaseFile file = new CaseFile(sql, versions, caseId);
        Case now = file.current().record();
        if (now.state() != CaseState.VERIFYING) {
            throw new Obstructed(Kind.NOT_NOW);
        }
        if (!by.equals(now.assignee())) {
            throw new Obstructed(Kind.NOT_YOURS, String.valueOf(now.assignee()));
        }
        return file;
    }
}
