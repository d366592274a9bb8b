package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The one lawful way to destroy what is in a row. Its values are overwritten, and the salt of its entry with them, so that nobody can
 * tell from the entry what the row said; the entry itself stays, and with it every proof. A mark says what was erased, and what is left
 * of the row gets an entry of its own.
 */
final class Erasure {

    private Erasure() {
    }

    /** The entry that was in force for a row.
     *  @param place its place within its block */
    private record Found(long first, int place) {
    }

    /** Destroys the salt of the row's entry and the values of the columns. Returns the entry's index. */
    static long erase(Connection connection, TableForm form, String key, List<Object> keyValues, Map<String, String> replacements) throws SQLException {
        Found found = find(connection, form, key, keyValues);
        allow(connection, true);
        String set = String.join(", ", replacements.keySet().stream().map(column -> '"' + column + "\" = ?").toList());
        String where = String.join(" and ", form.keyColumns().stream().map(column -> '"' + column + "\" = ?").toList());
        try (PreparedStatement statement = connection.prepareStatement("update \"" + form.table() + "\" set " + set + " where " + where)) {
            int place = 1;
            for (String value : replacements.values()) {
                // Whatever the column's type: the database reads the text.
                statement.setObject(place++, value, java.sql.Types.OTHER);
            }
            for (Object value : keyValues) {
                statement.setObject(place++, value);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalArgumentException("There is no " + RowCheck.name(form, key));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update sealed_block set salts = overlay(salts placing ? from ? for ?) where first = ?")) {
            statement.setBytes(1, new byte[EntryMaker.SALT]);
            statement.setInt(2, found.place * EntryMaker.SALT + 1);
            statement.setInt(3, EntryMaker.SALT);
            statement.setLong(4, found.first);
            statement.executeUpdate();
        }
        allow(connection, false);
        return found.first + found.place;
    }

    private static void allow(Connection connection, boolean erasing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('stele.erasing', ?, true)")) {
            statement.setString(1, erasing ? "on" : "off");
            statement.execute();
        }
    }

    private static Found find(Connection connection, TableForm form, String key, List<Object> keyValues) throws SQLException {
        boolean mayRun = keyValues.getFirst() instanceof Number && (keyValues.size() == 1
                || keyValues.size() == 2 && keyValues.get(1) instanceof Number version && version.longValue() == 1);
        long id = mayRun ? ((Number) keyValues.getFirst()).longValue() : Long.MIN_VALUE / 2;
        try (PreparedStatement question = connection.prepareStatement("""
                select first, case when keys is null then (? - first_id)::int else array_position(keys, ?::text) - 1 end from sealed_block
                 where table_name = ? and (first_id <= ? and ? < first_id + entries or keys @> array[?]::text[]) order by first desc limit 1""")) {
            question.setLong(1, mayRun ? id : 0);
            question.setString(2, key);
            question.setString(3, form.table());
            question.setLong(4, id);
            question.setLong(5, id);
            question.setString(6, key);
            try (ResultSet row = question.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("There is no sealed " + RowCheck.name(form, key));
                }
                return new Found(row.getLong(1), row.getInt(2));
            }
        }
    }

    /** Whether a salt was destroyed: random ones are never all zero. */
    static boolean destroyed(byte[] salts, int entry) {
        return IntStream.range(entry * EntryMaker.SALT, (entry + 1) * EntryMaker.SALT).allMatch(i -> salts[i] == 0);
    }
}
