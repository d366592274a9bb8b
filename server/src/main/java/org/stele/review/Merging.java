package org.stele.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Changes;
import org.stele.history.Kind;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.history.Versions;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Victims;

/**
 * Two records of one person become one, and two again if that was wrong. The record that stays is not touched: what was said of the other
 * is shown with it. The other is excluded; undoing puts its exact former state back.
 */
public final class Merging {

    private static final Rows ROWS = new Rows();

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Victims victims;

    Merging(DataSource source, Changes changes, Versions versions, Victims victims) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
        this.victims = victims;
    }

    /**
     * Merges.
     *
     * @param merged         the record that is excluded, as it was looked at
     * @param kept           id of the record that stays
     * @param duplicateReason code of the codebook's exclusion for duplicates
     * @return id of the merge
     * @throws StaleVersion if the record was changed in the meantime
     * @throws Obstructed if one of them is no record to be merged: not there, the same, merged already, or the other merged into it
     */
    public long merge(VersionKey merged, long kept, String duplicateReason, String by, String why) {
        return changes.make(by, why, change -> {
            Version<Victim> out = victims.current(merged.id()).orElseThrow(() -> new Obstructed(Obstacle.Kind.NO_SUCH_CASE, merged.id()));
            boolean fits = merged.id() != kept && victims.current(kept).isPresent() && intoWhat(kept) == kept && intoWhat(merged.id()) == merged.id();
            if (!fits) {
                throw new Obstructed(Obstacle.Kind.NO_SUCH_CASE, kept);
            }
            if (out.number() != merged.version()) {
                throw new StaleVersion("victim", merged.id(), merged.version());
            }
            LocalDate today = LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
            victims.revise(change, List.of(new Revision<>(out.id(), out.number(), out.record().with(new Standing.Excluded(duplicateReason, today)))));
            return change.open(ROWS, List.of(new Merge(out.id(), out.number(), kept, false)));
        });
    }

    /** Undoes a merge: the excluded record is again what it was, field by field.
     *  @throws StaleVersion if that record was changed after the merge, or the merge was undone before */
    public void undo(long merge, String by, String why) {
        changes.make(by, why, change -> {
            Version<Merge> made = versions.current(ROWS, merge).filter(each -> !each.record().undone())
                    .orElseThrow(() -> new StaleVersion("victim_merge", merge, 1));
            long id = made.record().merged();
            Version<Victim> now = victims.current(id).orElseThrow();
            if (now.number() != made.record().mergedWas() + 1) {
                throw new StaleVersion("victim", id, made.record().mergedWas() + 1);
            }
            Victim before = victims.exactly(List.of(new VersionKey(id, made.record().mergedWas()))).getFirst().record();
            victims.revise(change, List.of(new Revision<>(id, now.number(), before)));
            change.revise(ROWS, List.of(new Revision<>(merge, made.number(), new Merge(id, made.record().mergedWas(), made.record().kept(), true))));
            return null;
        });
    }

    /** The merges by which other records became this one. */
    public List<Version<Merge>> into(long kept) {
        return versions.current(ROWS, sql.sql("select id from victim_merge where kept = :kept and recorded_to = 'infinity' and not undone order by id")
                .param("kept", kept).query(Long.class).list());
    }

    /** The record that a record has become: itself if it was not merged. */
    public long intoWhat(long victim) {
        return sql.sql("select kept from victim_merge where merged = :victim and recorded_to = 'infinity' and not undone").param("victim", victim)
                .query(Long.class).optional().orElse(victim);
    }

    private static final class Rows implements Kind<Merge> {
        @Override
        public String table() {
            return "victim_merge";
        }

        @Override
        public List<String> columns() {
            return List.of("merged", "merged_was", "kept", "undone");
        }

        @Override
        public List<?> values(Merge merge) {
            return List.of(merge.merged(), merge.mergedWas(), merge.kept(), merge.undone());
        }

        @Override
        public Merge read(ResultSet row) throws SQLException {
            return new Merge(row.getLong("merged"), row.getInt("merged_was"), row.getLong("kept"), row.getBoolean("undone"));
        }
    }
}
