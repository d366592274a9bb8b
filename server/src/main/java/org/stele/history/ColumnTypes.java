package org.stele.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types of columns, as the database names them by number. Asked once for each table, for only migrations change them. */
final class ColumnTypes {

    private final Map<String, int[]> known = new ConcurrentHashMap<>();

    int[] of(Connection connection, String table, List<String> columns) throws SQLException {
        String key = table + columns;
        int[] types = known.get(key);
        if (types == null) {
            types = ask(connection, table, columns);
            known.put(key, types);
        }
        return types;
    }

    private static int[] ask(Connection connection, String table, List<String> columns) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("""
                select wanted.place, a.atttypid::int
                  from unnest(?::text[]) with ordinality as wanted (name, place)
                  join pg_attribute a on a.attrelid = to_regclass(?) and a.attname = wanted.name and not a.attisdropped""")) {
            question.setArray(1, connection.createArrayOf("text", columns.toArray()));
            question.setString(2, table);
            int[] types = new int[columns.size()];
            int found = 0;
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    types[row.getInt(1) - 1] = row.getInt(2);
                    found++;
                }
            }
            if (found < types.length) {
                throw new IllegalArgumentException("The table " + table + " lacks one of the columns " + columns);
            }
            return types;
        }
    }
}
