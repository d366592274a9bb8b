package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the entries of rows, for whoever has to prove one. */
public final class SealedRows {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DataSource dataSource;
    private final TableForms forms = new TableForms();

    public SealedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The row with its entry; empty if there is no such row, or it has no entry.
     *
     * @param key the values of the table's primary key, for example id and version
     * @throws IllegalArgumentException if there is no such table
     */
    public Optional<SealedRow> find(String table, List<?> key) {
        try (Connection connection = dataSource.getConnection()) {
            TableForm form = forms.of(connection, table);
            String named = MAPPER.writeValueAsString(key);
            byte[] canonical = canonical(connection, form, named);
            return canonical == null ? Optional.empty() : find(connection, form, key, named, canonical);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("entry of a row of " + table, null, e);
        }
    }

    private static byte @Nullable [] canonical(Connection connection, TableForm form, String key) throws SQLException {
        byte[][] found = new byte[1][];
        Octets out = new Octets();
        KeyedRows.eachNamed(connection, form, List.of(key), (bytes, at) -> {
            CanonicalForm.write(out, form, bytes, at.starts(), at.lengths());
            found[0] = Arrays.copyOf(out.array(), out.length());
        });
        return found[0];
    }

    private static Optional<SealedRow> find(Connection connection, TableForm form, List<?> key, String named, byte[] canonical) throws SQLException {
        boolean mayRun = key.getFirst() instanceof Number && (key.size() == 1 || key.size() == 2 && key.get(1) instanceof Number second && second.longValue() == 1);
        try (PreparedStatement question = connection.prepareStatement("""
                select first, first_id, keys, substr(salts, 1 + 16 * place, 16), substr(commitments, 1 + 32 * place, 32), place
                  from (select *, case when keys is null then (? - first_id)::int else array_position(keys, ?::text) - 1 end as place from sealed_block
                         where table_name = ? and (first_id <= ? and ? < first_id + entries or keys @> array[?]::text[])) found
                 order by first desc limit 1""")) {
            long id = mayRun ? ((Number) key.getFirst()).longValue() : Long.MIN_VALUE / 2;
            question.setLong(1, mayRun ? id : 0);
            question.setString(2, named);
            question.setString(3, form.table());
            question.setLong(4, id);
            question.setLong(5, id);
            question.setString(6, named);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(new SealedRow(form.table(), named, row.getLong(1) + row.getInt(6), row.getBytes(4), canonical, row.getBytes(5)))
                        : Optional.empty();
            }
        }
    }
}
