package org.stele.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stele.database.Refusal;

/** The turn to work on copies: one process has it at a time, also where several use one database. It ends with the process. */
final class CopyTurn implements AutoCloseable {
    /** Key of the advisory lock; the bytes spell "copies". */
    private static final long KEY = 0x636f70696573L;

    private final Connection connection;

    private CopyTurn(Connection connection) {
        this.connection = connection;
    }

    /** @throws Refusal if another has it */
    static CopyTurn take(DataSource source) {
        try {
            Connection connection = source.getConnection();
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                connection.close();
                throw new Refusal("Copies are being worked on at this moment, by this program or another. Wait until that is done.");
            }
            return new CopyTurn(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to work on copies cannot be asked for", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to work on copies cannot be given back", e);
        }
    }
}
