package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.database.TestDatabase;
import org.stele.fixity.Digest;

/** What the database holds and what the log says, each in the form that is sealed, for tests that hold the one against the other. */
final class SealedState {

    private final TestDatabase database;
    private final TableForms forms = new TableForms();

    SealedState(TestDatabase database) {
        this.database = database;
    }

    /** An entry of the log.
     *  @param row table and key */
    record Entry(long index, String row, byte[] salt, byte[] commitment) {
    }

    /** The canonical form of every row that is to last, by its table and key. */
    Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        List<String> tables = database.sql().sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class).list();
        try (Connection connection = database.source().getConnection()) {
            for (String table : tables) {
                if (!Verification.UNSEALED.contains(table)) {
                    TableForm form = forms.of(connection, table);
                    KeyedRows.all(connection, form, (bytes, at) -> {
                        Octets key = new Octets();
                        CanonicalForm.key(key, form, bytes, at.starts(), at.lengths());
                        Octets row = new Octets();
                        CanonicalForm.write(row, form, bytes, at.starts(), at.lengths());
                        rows.put(table + text(key), text(row));
                    });
                }
            }
        }
        return rows;
    }

    /** The entries from one on. */
    List<Entry> entries(long from) {
        List<Entry> entries = new ArrayList<>();
        database.sql().sql("select * from sealed_block where next > :from order by first").param("from", from).query((row, n) -> {
            String table = row.getString("table_name");
            java.sql.Array keys = row.getArray("keys");
            byte[] salts = row.getBytes("salts");
            byte[] commitments = row.getBytes("commitments");
            for (int i = 0; i < row.getInt("entries"); i++) {
                String key = keys == null ? runKey(table, row.getLong("first_id") + i) : ((String[]) keys.getArray())[i];
                entries.add(new Entry(row.getLong("first") + i, table + key, Arrays.copyOfRange(salts, i * 16, i * 16 + 16),
                        Arrays.copyOfRange(commitments, i * 32, i * 32 + 32)));
            }
            return n;
        }).list();
        return entries.stream().filter(each -> each.index() >= from).toList();
    }

    private String runKey(String table, long id) {
        try (Connection connection = database.source().getConnection()) {
            return EntryMaker.runKey(forms.of(connection, table), id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an entry commits to a form: computed from the description of the log, not by the code that writes it. */
    static boolean commits(Entry entry, @Nullable String form) {
        String sealed = form != null ? form
                : "{\"format\":1,\"gone\":%s,\"table\":\"%s\"}".formatted(entry.row().substring(entry.row().indexOf('[')),
                entry.row().substring(0, entry.row().indexOf('[')));
        byte[] text = sealed.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(entry.salt(), 16 + text.length);
        System.arraycopy(text, 0, both, 16, text.length);
        return Digest.of(both).sha256().equals(java.util.HexFormat.of().formatHex(entry.commitment()));
    }

    private static String text(Octets octets) {
        return new String(octets.array(), 0, octets.length(), StandardCharsets.UTF_8);
    }
}
