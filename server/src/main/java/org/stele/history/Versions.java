package org.stele.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads versions of any kind of record. */
public final class Versions {

    private static final String SELECT = """
            select v.*, c.made_by, c.reason as change_reason from %s v join change c on c.at = v.recorded_from
            """;

    private final JdbcClient sql;

    public Versions(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** The current version of a record. */
    public <R> Optional<Version<R>> current(Kind<R> kind, long id) {
        return sql.sql(SELECT.formatted(kind.table()) + "where v.id = :id and v.recorded_to = 'infinity'")
                .param("id", id).query((row, n) -> read(kind, row)).optional();
    }

    /** The version that was true at a moment; empty if the record was not yet in the register. */
    public <R> Optional<Version<R>> asOf(Kind<R> kind, long id, Moment moment) {
        return sql.sql(SELECT.formatted(kind.table()) + "where v.id = :id and v.recorded_from <= :at and :at < v.recorded_to")
                .param("id", id).param("at", moment.at().atOffset(ZoneOffset.UTC))
                .query((row, n) -> read(kind, row)).optional();
    }

    /** Every version of a record, oldest first; empty if there is no such record. */
    public <R> List<Version<R>> all(Kind<R> kind, long id) {
        return sql.sql(SELECT.formatted(kind.table()) + "where v.id = :id order by v.version")
                .param("id", id).query((row, n) -> read(kind, row)).list();
    }

    /** Current versions of several records, in order of id; ids unknown to the register are left out. */
    public <R> List<Version<R>> current(Kind<R> kind, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : sql.sql(SELECT.formatted(kind.table()) + "where v.id = any(:ids) and v.recorded_to = 'infinity' order by v.id")
                .param("ids", ids.toArray(Long[]::new)).query((row, n) -> read(kind, row)).list();
    }

    /** Exactly these versions, in the order given.
     *  @throws IllegalArgumentException if one of them does not exist */
    public <R> List<Version<R>> exactly(Kind<R> kind, List<VersionKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Version<R>> found = sql.sql("""
                select v.*, c.made_by, c.reason as change_reason
                  from unnest(:ids::bigint[], :versions::int[]) with ordinality as wanted (id, version, place)
                  join %s v on v.id = wanted.id and v.version = wanted.version
                  join change c on c.at = v.recorded_from
                 order by wanted.place""".formatted(kind.table()))
                .param("ids", keys.stream().map(VersionKey::id).toArray(Long[]::new))
                .param("versions", keys.stream().map(VersionKey::version).toArray(Integer[]::new))
                .query((row, n) -> read(kind, row)).list();
        if (found.size() != keys.size()) {
            throw new IllegalArgumentException("%d of %d versions of %s do not exist".formatted(keys.size() - found.size(), keys.size(), kind.table()));
        }
        return found;
    }

    private static <R> Version<R> read(Kind<R> kind, ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("recorded_to", OffsetDateTime.class);
        return new Version<>(row.getLong("id"), row.getInt("version"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant(),
                to.equals(OffsetDateTime.MAX) ? null : to.toInstant(),
                row.getString("made_by"), row.getString("change_reason"), kind.read(row));
    }
}
