package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The forms of tables as the database describes them. Asked once for each, for only migrations change them. */
final class TableForms {

    private final Map<String, TableForm> known = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if there is no such table, or it has no primary key to name its rows by */
    TableForm of(Connection connection, String table) throws SQLException {
        TableForm form = known.get(table);
        if (form == null) {
            form = ask(connection, table);
            known.put(table, form);
        }
        return form;
    }

    private static TableForm ask(Connection connection, String table) throws SQLException {
        List<TableForm.Column> columns = new ArrayList<>();
        Map<Integer, Integer> key = new TreeMap<>();
        boolean versioned = false;
        try (PreparedStatement question = connection.prepareStatement("""
                select a.attname, a.atttypid::int, a.atthasdef or a.attidentity <> '', array_position(i.indkey::int2[], a.attnum)
                  from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                 where a.attrelid = to_regclass(quote_ident(?)) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 order by a.attname collate "C" """)) {
            question.setString(1, table);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1).equals("recorded_to")) {
                        versioned = true;
                        continue;
                    }
                    String named = table + "." + row.getString(1);
                    if (ChangingTables.LEFT_OUT.contains(named)) {
                        continue;
                    }
                    int place = row.getInt(4);
                    if (!row.wasNull()) {
                        key.put(place, columns.size());
                    }
                    columns.add(new TableForm.Column(row.getString(1), row.getInt(2), row.getBoolean(3), ChangingTables.AS_DIGEST.contains(named)));
                }
            }
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("Rows of %s cannot be sealed: there is no such table, or it has no primary key".formatted(table));
        }
        int[] parts = key.values().stream().mapToInt(Integer::intValue).toArray();
        TableForm form = new TableForm(table, List.copyOf(columns), parts);
        if (versioned && !form.keyColumns().equals(List.of("id", "version"))) {
            throw new IllegalArgumentException("Rows of %s end, so their key must be id and version, not %s".formatted(table, form.keyColumns()));
        }
        return form;
    }
}
