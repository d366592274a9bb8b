package org.stele.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.stele.sealing.RowSeal;
import org.stele.sealing.Sealing;

/** The change under way: writes on the transaction's own connection. */
final class OpenChange implements Change {

    private static final List<String> VERSION_COLUMNS = List.of("id", "version", "recorded_from");

    private static final List<String> OPENED = List.of("change", "kind", "first_id", "last_id");

    private static final List<String> ERASURE = List.of("id", "change", "entry", "table_name", "key", "columns");

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final Moment moment;
    private final ColumnTypes types;
    private final Sealing sealing;

    OpenChange(DataSource dataSource, JdbcClient sql, Moment moment, ColumnTypes types, Sealing sealing) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.moment = moment;
        this.types = types;
        this.sealing = sealing;
    }

    @Override
    public long number() {
        return moment.change();
    }

    @Override
    public Instant at() {
        return moment.at();
    }

    @Override
    public <R> long open(Kind<R> kind, List<R> records) {
        long first = takeIds(kind.table(), records.size());
        open(kind, first, records);
        return first;
    }

    @Override
    public <R> void open(Kind<R> kind, long firstId, List<R> records) {
        if (records.isEmpty()) {
            return;
        }
        append("opened", OPENED, List.of(List.of(moment.change(), kind.table(), firstId, firstId + records.size() - 1)));
        copy(kind.table(), columns(kind), rows -> {
            long id = firstId;
            for (R record : records) {
                rows.row(List.of(id++, 1, moment.at()), kind.values(record));
            }
        });
    }

    @Override
    public <R> void revise(Kind<R> kind, List<Revision<R>> revisions) {
        if (revisions.isEmpty()) {
            return;
        }
        close(kind, revisions);
        copy(kind.table(), columns(kind), rows -> {
            for (Revision<R> revision : revisions) {
                rows.row(List.of(revision.id(), revision.expected() + 1, moment.at()), kind.values(revision.next()));
            }
        });
    }

    private <R> void close(Kind<R> kind, List<Revision<R>> revisions) {
        List<Long> closed = onConnection(connection -> {
            Array ids = connection.createArrayOf("bigint", revisions.stream().map(Revision::id).toArray());
            Array versions = connection.createArrayOf("int", revisions.stream().map(Revision::expected).toArray());
            return sql.sql("""
                    update %s as old set recorded_to = :at
                      from unnest(:ids::bigint[], :versions::int[]) as wanted (id, version)
                     where old.id = wanted.id and old.version = wanted.version and old.recorded_to = 'infinity'
                    returning old.id""".formatted(kind.table()))
                    .param("at", moment.at().atOffset(ZoneOffset.UTC)).param("ids", ids).param("versions", versions)
                    .query(Long.class).list();
        });
        if (closed.size() != revisions.size()) {
            Revision<R> stale = revisions.stream().filter(revision -> !closed.contains(revision.id())).findFirst().orElse(revisions.getFirst());
            throw new StaleVersion(kind.table(), stale.id(), stale.expected());
        }
    }

    @Override
    public void append(String table, List<String> columns, List<? extends List<?>> rows) {
        copy(table, columns, copy -> {
            for (List<?> row : rows) {
                copy.row(List.of(), row);
            }
        });
    }

    @Override
    public void written(String table, List<? extends List<?>> keys) {
        sealing.written(table, keys, moment.change());
    }

    @Override
    public void gone(String table, List<? extends List<?>> keys) {
        sealing.gone(table, keys, moment.change());
    }

    @Override
    public void erase(String table, List<Object> key, Map<String, @Nullable String> replacements) {
        long entry = sealing.erase(table, key, replacements, moment.change());
        String named = key.stream().map(String::valueOf).collect(Collectors.joining(", "));
        append("erasure", ERASURE, List.of(List.of(takeIds("erasure", 1), moment.change(), entry, table, named, List.copyOf(replacements.keySet()))));
    }

    @Override
    public long takeIds(String table, int count) {
        // Writers queue on one lock, so nobody else takes numbers between these two steps.
        return sql.sql("select setval(:sequence, nextval(:sequence) + :count - 1) - :count + 1")
                .param("sequence", table + "_id").param("count", Math.max(count, 1))
                .query(Long.class).single();
    }

    @Override
    public JdbcClient sql() {
        return sql;
    }

    private static List<String> columns(Kind<?> kind) {
        return Stream.concat(VERSION_COLUMNS.stream(), kind.columns().stream()).toList();
    }

    private void copy(String table, List<String> columns, CopyRows.Source source) {
        onConnection(connection -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try (RowSeal seal = sealing.rows(connection, table, columns, moment.change())) {
                CopyRows.write(postgres.getCopyAPI(), seal, table, columns, types.of(connection, table, columns), source);
                seal.finish();
            } catch (SQLException e) {
                dropIfBroken(connection, e);
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException("Could not write to " + table, e);
            }
            return new ArrayList<>();
        });
    }

    /**
     * A connection that lost a message amid COPY is out of step: it would answer the next question with the answer to another. The pool
     * does not notice, for it does not see what goes past it to the driver.
     */
    private static void dropIfBroken(Connection connection, SQLException failure) throws SQLException {
        if (String.valueOf(failure.getSQLState()).startsWith("08")) {
            connection.unwrap(BaseConnection.class).abort(Runnable::run);
        }
    }

    private <T> T onConnection(OnConnection<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("change " + moment.change(), null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private interface OnConnection<T> {
        T with(Connection connection) throws SQLException;
    }
}
