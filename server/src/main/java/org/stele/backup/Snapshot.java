package org.stele.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.postgresql.PGConnection;
import org.stele.database.Database;
import org.stele.vault.BlobName;

/** All tables of a database as they stood at one instant: one read-only transaction, in which everything is read. */
final class Snapshot implements AutoCloseable {
    /** Written by the migrations themselves; a restore writes it anew. */
    static final String MIGRATIONS = "flyway_schema_history";
    private final Connection connection;

    Snapshot(Database.Login login) throws SQLException {
        this(login.connect());
    }

    /** @param connection closed with this */
    Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // The same row must give the same text on every server.
        execute("set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local "
                + "extra_float_digits = 3; "
                + "set local bytea_output = 'hex'; set local lc_monetary = 'C'");
    }

    /** Tables, each after those it refers to. */
    List<String> tables() throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (List<String> row : rows("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                + "where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition order by 1", 1)) {
            needs.put(row.getFirst(), new LinkedHashSet<>());
        }
        for (List<String> row : rows("select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c join "
                + "pg_namespace n on n.oid = c.connamespace "
                + "where n.nspname = current_schema() and c.contype = 'f' and c.conrelid <> c.confrelid", 2)) {
            needs.get(row.getFirst()).add(row.getLast());
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < needs.size()) {
            int before = ordered.size();
            needs.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new SQLException("The tables " + needs.keySet().stream().filter(table -> !ordered.contains(table)).toList()
                        + " refer to each other in a circle");
            }
        }
        return List.copyOf(ordered);
    }

    /** The columns that are written, quoted and in order: not those that the database computes itself. */
    String columns(String table) throws SQLException {
        return String.join(", ", rows("select quote_ident(attname) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped "
                + "and attgenerated = '' order by attnum", 1).stream().map(List::getFirst).toList());
    }

    /** Writes a table as COPY's text in the order of its primary key, so that the same rows give the same bytes. */
    long copy(String table, String columns, OutputStream out) throws IOException {
        try {
            List<String> key = rows("select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and "
                    + "a.attnum = any(i.indkey) "
                    + "where i.indrelid = '" + table + "'::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)",
                            1).stream().map(List::getFirst).toList();
            String order = key.isEmpty() ? "(" + table + ")::text" : String.join(", ", key);
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select " + columns + " from " + table + " order by "
                    + order + ") to stdout", out);
        } catch (SQLException e) {
            throw new IOException("The table " + table + " could not be read: " + e.getMessage(), e);
        }
    }

    /** Name and last value of each sequence that was ever asked. */
    void sequences(OutputStream out) throws IOException, SQLException {
        for (List<String> row : rows("select sequencename, last_value::text from pg_sequences where schemaname = current_schema() and "
                + "last_value is not null order by 1", 2)) {
            out.write((row.getFirst() + "\t" + row.getLast() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Number and instant of the last change; 0 and nothing before the first. */
    Map.Entry<Long, String> lastChange() throws SQLException {
        // Not by the number as text, which bears the same name: 9 would be later than 12.
        List<List<String>> last = rows("select number::text, to_char(at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change order by "
                + "change.number desc limit 1", 2);
        return last.isEmpty() ? Map.entry(0L, "") : Map.entry(Long.valueOf(last.getFirst().getFirst()), last.getFirst().getLast());
    }

    /** Names and lengths of all originals, but those that two persons had destroyed. */
    SequencedMap<BlobName, Long> originals() throws SQLException {
        SequencedMap<BlobName, Long> originals = new LinkedHashMap<>();
        if (!has("blob")) {
            return originals;
        }
        String destroyed = has("deletion") ? " where not exists (select from deletion d where d.blob = blob.id and d.begun_at is not null)"
                : "";
        for (List<String> row : rows("select name, cipher_length::text from blob" + destroyed + " order by id", 2)) {
            originals.put(new BlobName(row.getFirst()), Long.valueOf(row.getLast()));
        }
        return originals;
    }

    boolean has(String table) throws SQLException {
        return !rows("select 1 where to_regclass('" + table + "') is not null", 1).isEmpty();
    }

    List<List<String>> rows(String sql, int columns) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int at = 1; at <= columns; at++) {
                    row.add(rows.getString(at));
                }
                all.add(row);
            }
        }
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
