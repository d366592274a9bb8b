package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes entries into the sealed log, each in the transaction that writes its row. Rows written through a {@code Change} are sealed by
 * it; whoever else writes rows that are to last hands their keys to {@link #written} before the commit.
 */
public final class Sealing {

    /** Key of the advisory lock that all writers hold from before their first entry to their commit; the bytes spell "stele". */
    private static final long WRITERS = 0x7374656c65L;

    /** Rows read back at once. */
    private static final int AT_ONCE = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DataSource dataSource;
    private final TableForms forms = new TableForms();
    private final Blocks blocks = new Blocks();

    public Sealing(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Queues the current transaction with all others that write entries, until it is committed or rolled back: so entries stand in the
     * log in the order of commits, and without a gap. May be asked again; only the first waits.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void queue() {
        onConnection(connection -> {
            lock(connection, "pg_advisory_xact_lock");
            return 0;
        });
    }

    /** Waits for the transaction that writes now, if one does; those that follow wait for the current transaction's end. */
    public void awaitWriters() {
        onConnection(connection -> {
            lock(connection, "pg_advisory_xact_lock_shared");
            return 0;
        });
    }

    /**
     * Seals rows that the current transaction has written, and queues it first if it is not queued yet. Of a table that changes in place the
     * row's new state.
     *
     * @param table any table with a primary key
     * @param keys  of each row the values of the primary key: numbers, or texts
     * @throws IllegalArgumentException if one of the rows is not there
     */
    public void written(String table, List<? extends List<?>> keys) {
        written(table, keys, null);
    }

    /** @param change number of the change that wrote the rows, if one did */
    public void written(String table, List<? extends List<?>> keys, @Nullable Long change) {
        if (keys.isEmpty()) {
            return;
        }
        onConnection(connection -> {
            lock(connection, "pg_advisory_xact_lock");
            TableForm form = forms.of(connection, table);
            EntryMaker maker = new EntryMaker(form, IntStream.range(0, form.columns().size()).toArray());
            for (int from = 0; from < keys.size(); from += AT_ONCE) {
                KeyedRows.named(connection, form, keys.subList(from, Math.min(from + AT_ONCE, keys.size())).stream().map(Sealing::key).toList(), maker::tuples);
            }
            EntryMaker.Entries entries = maker.entries();
            if (entries.count() != keys.size()) {
                throw new IllegalArgumentException("Of %d rows of %s to be sealed %d are there".formatted(keys.size(), table, entries.count()));
            }
            blocks.add(connection, table, change, entries);
            return 0;
        });
    }

    /**
     * Seals that the current transaction has removed rows of a table that changes in place.
     *
     * @param keys   of each row the values of the primary key
     * @param change number of the change that removed them, if one did
     */
    public void gone(String table, List<? extends List<?>> keys, @Nullable Long change) {
        if (keys.isEmpty()) {
            return;
        }
        onConnection(connection -> {
            lock(connection, "pg_advisory_xact_lock");
            TableForm form = forms.of(connection, table);
            EntryMaker maker = new EntryMaker(form, IntStream.range(0, form.columns().size()).toArray());
            keys.forEach(key -> maker.gone(key(key)));
            blocks.add(connection, table, change, maker.entries());
            return 0;
        });
    }

    /**
     * Lawfully destroys values of a sealed row: overwrites them and the salt of the row's entry, and seals what is left anew. The
     * caller writes the mark into the table {@code erasure}, and queues the transaction before.
     *
     * @param replacements for each column what takes the value's place, as PostgreSQL reads it; null where the column may be empty
     * @return the index of the entry from which nothing can be told any more
     * @throws IllegalArgumentException if there is no such sealed row
     */
    public long erase(String table, List<Object> key, Map<String, @Nullable String> replacements, long change) {
        long entry = onConnection(connection -> Erasure.erase(connection, forms.of(connection, table), key(key), key, replacements));
        written(table, List.of(key), change);
        return entry;
    }

    /**
     * Begins to seal rows that COPY is about to write on this connection. Its transaction must be queued.
     *
     * @param columns in the order in which the rows give them
     * @throws IllegalArgumentException if a column that is not among them would be filled by the database, for its value is sealed too
     */
    public RowSeal rows(Connection connection, String table, List<String> columns, long change) throws SQLException {
        TableForm form = forms.of(connection, table);
        return new RowSeal(connection, blocks, form, form.placesIn(columns), change);
    }

    /** Number of entries that are committed. */
    public long size() {
        try (Connection connection = dataSource.getConnection()) {
            return blocks.size(connection);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("size of the log", null, e);
        }
    }

    private static void lock(Connection connection, String how) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select " + how + "(?)")) {
            lock.setLong(1, WRITERS);
            lock.execute();
        }
    }

    /** The key as the log has it. */
    private static String key(List<?> values) {
        return MAPPER.writeValueAsString(values);
    }

    private <T> T onConnection(OnConnection<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Entries are written in the transaction that writes their rows; there is none");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("sealing", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private interface OnConnection<T> {
        T with(Connection connection) throws SQLException;
    }
}
