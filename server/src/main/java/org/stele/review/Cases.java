package org.stele.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.codebook.Codebook;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.messages.Channel;
import org.stele.messages.Line;
import org.stele.messages.Message;
import org.stele.messages.MessageListener;
import org.stele.register.Codebooks;
import org.stele.review.Obstacle.Kind;

/**
 * The cases, and the steps from a message to a documented person. Each step is one change: taken whole, with its version, or not at all.
 * Whether an account may take a step at all is the door's to say; that nobody decides on their own work is said here.
 */
public final class Cases implements MessageListener {

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Codebooks codebooks;
    private final Documenting documenting;

    Cases(DataSource source, Changes changes, Versions versions, Codebooks codebooks, Documenting documenting) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
        this.codebooks = codebooks;
        this.documenting = documenting;
    }

    /** @throws CaseFile.NoSuchCase if there is none */
    public CaseFile file(long id) {
        return new CaseFile(sql, versions, id);
    }

    /** The case a message belongs to now. */
    public Optional<Long> of(long message) {
        return sql.sql("select case_id from case_message where message = :message and recorded_to = 'infinity'").param("message", message)
                .query(Long.class).optional();
    }

    /** A message that is taken has its place in the queue in the same transaction. */
    @Override
    public void taken(Change change, Message message) {
        Matter matter = message.channel() == Channel.CORRECTION ? Matter.CORRECTION : Matter.KILLING;
        long id = change.open(CaseFile.CASES, List.of(Case.fresh(matter, change.at())));
        change.open(CaseFile.MESSAGES, List.of(new CaseMessageRows.Row(id, message.id())));
    }

    /** A sender who answers brings a case that waited back to whoever works on it. */
    @Override
    public void said(Change change, long message, Line.Kind kind) {
        if (kind != Line.Kind.QUESTION) {
            of(message).map(this::file).map(CaseFile::current).filter(each -> each.record().state() == CaseState.WAITING)
                    .ifPresent(each -> change.revise(CaseFile.CASES, List.of(new Revision<>(each.id(), each.number(),
                            each.record().in(CaseState.VERIFYING)))));
        }
    }

    /**
     * Takes a step.
     *
     * @param expected number of the version that was looked at when it was decided
     * @param by       account that takes it
     * @param why      the reason, for the history
     * @throws Obstructed naming all that stands in the way
     * @throws StaleVersion if the case was changed in the meantime
     */
    public Version<Case> step(long id, int expected, Step step, String by, String why) {
        changes.make(by, why.isBlank() ? sentence(step) : why.strip(), change -> {
            take(change, id, expected, step, by);
            return null;
        });
        return file(id).current();
    }

    private void take(Change change, long id, int expected, Step step, String by) {
        CaseFile file = file(id);
        if (file.current().number() != expected) {
            throw new StaleVersion("review_case", id, expected);
        }
        Case now = file.current().record();
        Case next = CaseSteps.after(now, step, by);
        switch (step) {
            case Step.Begin _ -> documenting.begin(change, file);
            case Step.Propose _ -> check(documenting.obstacles(file, codebook()));
            case Step.GiveBack _ -> second(file, by);
            case Step.Document _ -> {
                second(file, by);
                check(documenting.obstacles(file, codebook()));
                next = now.documentedAs(documenting.document(change, file));
            }
            case Step.Exclude exclude -> exclude(change, file, exclude, by);
            case Step.Reopen _ -> documenting.reopen(change, file);
            default -> { }
        }
        change.revise(CaseFile.CASES, List.of(new Revision<>(id, expected, next)));
    }

    private void exclude(Change change, CaseFile file, Step.Exclude exclude, String by) {
        if (codebook().exclusion(exclude.reason()).isEmpty()) {
            throw new Obstructed(Kind.NO_SUCH_REASON, exclude.reason());
        }
        if (exclude.duplicateOf() != null) {
            if (exclude.duplicateOf() == file.id() || versions.current(CaseFile.CASES, exclude.duplicateOf()).isEmpty()) {
                throw new Obstructed(Kind.NO_SUCH_CASE, exclude.duplicateOf());
            }
            documenting.join(change, file, exclude.duplicateOf());
        } else {
            if (file.current().record().incident() != null) {
                // What was published is changed by it.
                second(file, by);
            }
            documenting.exclude(change, file, exclude.reason());
        }
    }

    /** Says what the case is about, as long as it is open. */
    public void about(long id, Matter matter, String by, String why) {
        changes.make(by, why, change -> {
            Version<Case> now = file(id).current();
            if (!now.record().state().open()) {
                throw new Obstructed(Kind.NOT_NOW);
            }
            change.revise(CaseFile.CASES, List.of(new Revision<>(id, now.number(), now.record().about(matter))));
            return null;
        });
    }

    private void second(CaseFile file, String by) {
        Set<String> hands = FourEyes.hands(sql, file.id());
        if (codebook().counting().verification().secondPerson() && hands.contains(by)) {
            throw new Obstructed(Kind.OWN_WORK, by);
        }
    }

    /** All that stands in the way of proposing a case now; empty if nothing does. */
    public List<Obstacle> obstacles(long id) {
        return documenting.obstacles(file(id), codebook());
    }

    private static void check(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new Obstructed(obstacles);
        }
    }

    private Codebook codebook() {
        return codebooks.inForce().orElseThrow(() -> new IllegalStateException("No codebook is in force")).record().codebook();
    }

    private static String sentence(Step step) {
        return "case: " + step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
