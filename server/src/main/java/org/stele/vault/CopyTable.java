package org.stele.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.sealing.Sealing;

/** What the database knows of locations and copies. */
final class CopyTable {

    /** Blobs whose deletion has begun are not copied, checked or repaired any more. */
    private static final String WANTED = "not exists (select from deletion d where d.blob = b.id and d.begun_at is not null)";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    CopyTable(DataSource source) {
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.sealing = new Sealing(source);
    }

    Optional<String> mark(String location) {
        return sql.sql("select mark from location where name = :name").param("name", location).query(String.class).optional();
    }

    /**
     * The location was reached and is the one it should be. What is sealed of it is written only where it is new: that it is there again,
     * another mark, another plan.
     */
    void seen(String location, String mark, String policy) {
        transaction.executeWithoutResult(status -> {
            int changed = sql.sql("""
                    insert into location (name, mark, made_at, seen_at, policy) values (:name, :mark, clock_timestamp(), clock_timestamp(), :policy)
                    on conflict (name) do update set mark = :mark, seen_at = clock_timestamp(), away_since = null, away_why = null, policy = :policy
                     where location.mark <> :mark or location.policy <> :policy or location.away_since is not null""")
                    .param("name", location).param("mark", mark).param("policy", policy).update();
            if (changed == 1) {
                sealing.written("location", List.of(List.of(location)));
            } else {
                sql.sql("update location set seen_at = clock_timestamp() where name = :name").param("name", location).update();
            }
        });
    }

    /** A location that was never here has no row, and nothing to say of it. */
    void away(String location, String why) {
        transaction.executeWithoutResult(status -> {
            if (sql.sql("update location set away_since = clock_timestamp(), away_why = :why where name = :name and away_since is null")
                    .param("name", location).param("why", why).update() == 1) {
                sealing.written("location", List.of(List.of(location)));
            } else {
                sql.sql("update location set away_why = :why where name = :name").param("name", location).param("why", why).update();
            }
        });
    }

    void findings(String location, List<String> findings) {
        transaction.executeWithoutResult(status -> {
            if (sql.sql("update location set findings = :findings::text[] where name = :name and findings <> :findings::text[]").param("name", location)
                    .param("findings", findings.toArray(new String[0])).update() == 1) {
                sealing.written("location", List.of(List.of(location)));
            }
        });
    }

    /** All its copies are to be written anew: it was replaced by an empty one. */
    int emptied(String location) {
        return sql.sql("""
                update copy set state = 'missing', since = clock_timestamp(), detail = 'the location was replaced' where location = :name""")
                .param("name", location).update();
    }

    /** Which of the copies that a location should hold and does not. */
    enum Lacking {
        /** Never tried. */
        NEW("c.state is null"),
        /** Tried or held, and not right. */
        BAD("c.state <> 'held'"),
        /** Both. */
        ALL("(c.state is null or c.state <> 'held')");

        private final String condition;

        Lacking(String condition) {
            this.condition = condition;
        }
    }

    /** Blobs that the location should hold and does not, or not rightly; the oldest first. */
    List<Blob> lacking(String location, Lacking which, long after, int limit) {
        return sql.sql("select b.* from blob b left join copy c on c.blob = b.id and c.location = :location where " + which.condition
                + " and b.id > :after and " + WANTED + " order by b.id limit :limit")
                .param("location", location).param("after", after).param("limit", limit).query((row, n) -> Blobs.read(row)).list();
    }

    /**
     * Blobs whose copy at the location was read whole before that instant, or, as it says, in the future: then the clock was wrong, and
     * nobody knows when it was read. The longest ago first.
     */
    List<Blob> readBefore(String location, Instant before, int limit) {
        return sql.sql("select b.* from copy c join blob b on b.id = c.blob where c.location = :location and c.state = 'held'"
                + " and (c.verified_at < :before or c.verified_at > clock_timestamp()) and " + WANTED + " order by c.verified_at limit :limit")
                .param("location", location).param("before", before.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query((row, n) -> Blobs.read(row)).list();
    }

    /** Some held copies, whichever. */
    List<Blob> sample(String location, int count) {
        return sql.sql("select b.* from copy c join blob b on b.id = c.blob where c.location = :location and c.state = 'held' and " + WANTED
                + " order by random() limit :limit").param("location", location).param("limit", count).query((row, n) -> Blobs.read(row)).list();
    }

    /** What is known of the copies of a blob, by location. */
    Map<String, CopyState> states(long blob) {
        Map<String, CopyState> states = new LinkedHashMap<>();
        sql.sql("select location, state from copy where blob = :blob").param("blob", blob)
                .query((row, n) -> states.put(row.getString(1), CopyState.of(row.getString(2)))).list();
        return states;
    }

    Optional<Blob> blob(long id) {
        return sql.sql("select * from blob where id = :id").param("id", id).query((row, n) -> Blobs.read(row)).optional();
    }

    List<CopyView> of(long blob) {
        return sql.sql("select * from copy where blob = :blob order by location").param("blob", blob).query((row, n) -> new CopyView(
                row.getString("location"), CopyState.of(row.getString("state")), at(row, "since"), instant(row, "verified_at"), row.getString("detail"))).list();
    }

    void round(String location, Instant started, CopyReport.Work work, String trouble) {
        sql.sql("""
                insert into copy_round (location, started_at, ended_at, copied, repaired, checked, bytes, bad, trouble)
                values (:location, :started, clock_timestamp(), :copied, :repaired, :checked, :bytes, :bad, :trouble)""")
                .param("location", location).param("started", started.atOffset(ZoneOffset.UTC)).param("copied", work.copied())
                .param("repaired", work.repaired()).param("checked", work.checked()).param("bytes", work.bytes()).param("bad", work.bad())
                .param("trouble", trouble).update();
    }

    Instant now() {
        return sql.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }

    static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
