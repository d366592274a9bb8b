package org.stele.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * While it is held nobody publishes: the folder of the log and the table of its checkpoints say the same. Writers go on; what they
 * write is published after it. Held by the connection's session, so it ends with the process at the latest.
 */
public final class Standstill implements AutoCloseable {
    private final Connection connection;

    private Standstill(Connection connection) {
        this.connection = connection;
    }

    /** Waits for a publication under way. A transaction that is to see the log as it then is must begin after this has returned. */
    public static Standstill take(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_lock_shared(" + Sequencer.TILES + ")");
        return new Standstill(connection);
    }

    @Override
    public void close() throws SQLException {
        execute(connection, "select pg_advisory_unlock_shared(" + Sequencer.TILES + ")");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
