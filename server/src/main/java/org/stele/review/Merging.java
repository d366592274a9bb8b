package org.stele.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.history.Versions;
import org.stele.register.Codebooks;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.review.Merge.State;
import org.stele.review.Obstacle.Kind;

/**
 * Two records of one person become one, and two again if that was wrong. One person proposes it and another agrees, for a figure changes.
 * The record that stays is not touched; the other is excluded, and undoing puts its exact former state back.
 */
public final class Merging {

    private static final MergeRows ROWS = new MergeRows();

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Victims victims;
    private final Codebooks codebooks;

    Merging(DataSource source, Changes changes, Versions versions, Victims victims, Codebooks codebooks) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
        this.victims = victims;
        this.codebooks = codebooks;
    }

    /**
     * Proposes that two records are one person.
     *
     * @param merged the record that would be excluded, as it was looked at
     * @param kept   id of the record that would stay
     * @return id of the merge
     * @throws StaleVersion if the record was changed in the meantime
     * @throws Obstructed if one of them cannot be merged: not there, the same, or merged already
     */
    public long propose(VersionKey merged, long kept, String by, String why) {
        return changes.make(by, why, change -> {
            Merge merge = new Merge(merged.id(), merged.version(), kept, State.PROPOSED);
            check(merge);
            return change.open(ROWS, List.of(merge));
        });
    }

    /**
     * Agrees to what another person proposed.
     *
     * @param duplicate code of the codebook's exclusion for duplicates
     * @throws Obstructed if the same person proposed it and the codebook asks for two, or it cannot be merged any more
     */
    public void agree(long merge, String duplicate, String by, String why) {
        changes.make(by, why, change -> {
            Version<Merge> proposed = in(merge, State.PROPOSED);
            var codebook = codebooks.inForce().orElseThrow().record().codebook();
            if (codebook.counting().verification().secondPerson() && proposed.by().equals(by)) {
                throw new Obstructed(Kind.OWN_WORK, by);
            }
            if (codebook.exclusion(duplicate).isEmpty()) {
                throw new Obstructed(Kind.NO_SUCH_REASON, duplicate);
            }
            Version<Victim> out = check(proposed.record());
            LocalDate today = LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
            Victim excluded = out.record().with(new Standing.Excluded(duplicate, today));
            victims.revise(change, List.of(new Revision<>(out.id(), out.number(), excluded)));
            move(change, proposed, State.MERGED);
            return null;
        });
    }

    /** Says that a proposal was wrong. Anybody may who may work on cases. */
    public void decline(long merge, String by, String why) {
        changes.make(by, why, change -> move(change, in(merge, State.PROPOSED), State.APART));
    }

    /**
     * Undoes a merge: the excluded record is again what it was, field by field.
     *
     * @throws StaleVersion if that record was changed after the merge, or the merge was undone before
     */
    public void undo(long merge, String by, String why) {
        changes.make(by, why, change -> {
            Version<Merge> made = in(merge, State.MERGED);
            long id = made.record().merged();
            int then = made.record().mergedWas();
            Version<Victim> now = victims.current(id).orElseThrow();
            if (now.number() != then + 1) {
                throw new StaleVersion("victim", id, then + 1);
            }
            Victim before = victims.exactly(List.of(new VersionKey(id, then))).getFirst().record();
            victims.revise(change, List.of(new Revision<>(id, now.number(), before)));
            return move(change, made, State.APART);
        });
    }

    /** Merges in a state, the latest first. */
    public List<Version<Merge>> all(State state, int most) {
        List<Long> ids = sql.sql("""
                select id from victim_merge where recorded_to = 'infinity' and state = :state order by id desc limit :most""")
                .param("state", state.code()).param("most", most).query(Long.class).list();
        return versions.current(ROWS, ids).reversed();
    }

    /** The merges by which other records became this one. */
    public List<Version<Merge>> into(long kept) {
        List<Long> ids = sql.sql("select id from victim_merge where kept = :kept and recorded_to = 'infinity' and state = 'merged' order by id")
                .param("kept", kept).query(Long.class).list();
        return versions.current(ROWS, ids);
    }

    /** The record that a record has become: itself if it was not merged. */
    public long intoWhat(long victim) {
        return sql.sql("select kept from victim_merge where merged = :victim and recorded_to = 'infinity' and state = 'merged'")
                .param("victim", victim).query(Long.class).optional().orElse(victim);
    }

    /** The record that goes, if these two can be merged now. */
    private Version<Victim> check(Merge merge) {
        Version<Victim> out = victims.current(merge.merged()).orElseThrow(() -> new Obstructed(Kind.NO_SUCH_CASE, merge.merged()));
        boolean both = merge.merged() != merge.kept() && victims.current(merge.kept()).isPresent();
        if (!both || intoWhat(merge.kept()) != merge.kept() || intoWhat(merge.merged()) != merge.merged() || !into(merge.merged()).isEmpty()) {
            throw new Obstructed(Kind.NO_SUCH_CASE, merge.kept());
        }
        if (out.number() != merge.mergedWas()) {
            throw new StaleVersion("victim", merge.merged(), merge.mergedWas());
        }
        return out;
    }

    private Version<Merge> in(long merge, State state) {
        return versions.current(ROWS, merge).filter(each -> each.record().state() == state)
                .orElseThrow(() -> new StaleVersion("victim_merge", merge, 1));
    }

    private static Void move(Change change, Version<Merge> merge, State next) {
        change.revise(ROWS, List.of(new Revision<>(merge.id(), merge.number(), merge.record().in(next))));
        return null;
    }
}
