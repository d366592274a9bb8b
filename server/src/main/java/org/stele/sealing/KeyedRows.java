package org.stele.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sealed columns of rows that are named by their keys. */
final class KeyedRows {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private KeyedRows() {
    }

    /** Each row as it is read. */
    interface Taker {
        void row(byte[] bytes, RowReader at);
    }

    /** The same, for who reads the bytes himself. */
    static void named(Connection connection, TableForm form, List<String> keys, CopiedRows.Taker taker) throws SQLException {
        CopiedRows.each(copy(connection, "select " + form.list("r.") + named(connection, form, keys)), taker);
    }

    /** The rows with these keys, each a JSON array as the log has it; those that are not there are left out. */
    static void eachNamed(Connection connection, TableForm form, List<String> keys, Taker taker) throws SQLException {
        each(connection, form, "select " + form.list("r.") + named(connection, form, keys), taker);
    }

    private static String named(Connection connection, TableForm form, List<String> keys) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        StringBuilder values = new StringBuilder();
        for (String key : keys) {
            JsonNode parts = MAPPER.readTree(key);
            values.append(values.isEmpty() ? "(" : ", (");
            for (int i = 0; i < form.key().length; i++) {
                values.append(i == 0 ? "" : ", ").append(literal(postgres, parts.get(i), form.columns().get(form.key()[i]).type()));
            }
            values.append(')');
        }
        List<String> columns = form.keyColumns();
        String named = String.join(", ", IntStream.range(0, columns.size()).mapToObj(i -> "k" + i).toList());
        String on = String.join(" and ", IntStream.range(0, columns.size()).mapToObj(i -> "r.\"" + columns.get(i) + "\" = k.k" + i).toList());
        return " from (values " + values + ") as k (" + named + ") join \"" + form.table() + "\" r on " + on;
    }

    /** The rows with new ids in a row. */
    static void run(Connection connection, TableForm form, long firstId, int count, Taker taker) throws SQLException {
        List<String> key = form.keyColumns();
        each(connection, form, "select " + form.list("") + " from \"" + form.table() + "\" where \"" + key.getFirst() + "\" between " + firstId + " and "
                + (firstId + count - 1) + (key.size() > 1 ? " and version = 1" : ""), taker);
    }

    /** Every row. */
    static void all(Connection connection, TableForm form, Taker taker) throws SQLException {
        each(connection, form, "select " + form.list("") + " from \"" + form.table() + '"', taker);
    }

    private static void each(Connection connection, TableForm form, String query, Taker taker) throws SQLException {
        RowReader reader = new RowReader(IntStream.range(0, form.columns().size()).toArray());
        CopiedRows.each(copy(connection, query), (bytes, from, to) -> {
            if (reader.row(bytes, from) >= 0) {
                taker.row(bytes, reader);
            }
        });
    }

    private static CopyOut copy(Connection connection, String query) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
    }

    private static String literal(PGConnection postgres, JsonNode part, int type) throws SQLException {
        String text = part.isString() ? '\'' + postgres.escapeLiteral(part.stringValue()) + '\'' : part.toString();
        return switch (type) {
            case CanonicalForm.INT8 -> text + "::bigint";
            case CanonicalForm.UUID -> text + "::uuid";
            case CanonicalForm.DATE -> text + "::date";
            case CanonicalForm.TIMESTAMPTZ -> text + "::timestamptz";
            case CanonicalForm.TEXT -> text + "::text";
            default -> text;
        };
    }
}
