package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The table of blocks. */
final class Blocks {

    /** Adds a block behind the last; its transaction must stand first in the queue of writers. Nothing for no entries. */
    void add(Connection connection, String table, @Nullable Long change, EntryMaker.Entries entries) throws SQLException {
        if (entries.count() == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into sealed_block (first, entries, change, format, table_name, first_id, keys, salts, commitments)
                select coalesce(max(next), 0), ?, ?, ?, ?, ?, ?, ?, ? from sealed_block""")) {
            statement.setInt(1, entries.count());
            statement.setObject(2, change, Types.BIGINT);
            statement.setInt(3, CanonicalForm.FORMAT);
            statement.setString(4, table);
            statement.setObject(5, entries.firstId(), Types.BIGINT);
            statement.setArray(6, entries.keys() == null ? null : connection.createArrayOf("text", entries.keys().toArray()));
            statement.setBytes(7, entries.salts());
            statement.setBytes(8, entries.commitments());
            statement.executeUpdate();
        }
    }

    /** Number of entries in all blocks that this connection sees. */
    long size(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select coalesce(max(next), 0) from sealed_block"); ResultSet row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
