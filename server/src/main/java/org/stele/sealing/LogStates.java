package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.stele.tlog.Hash;
import org.stele.tlog.Range;

/**
 * Tells how the sealed log stood at a time: computed from the entries themselves, so that it needs neither the log's key nor its tiles
 * and holds before a checkpoint was signed. Costs about a second for a million entries.
 */
public final class LogStates {

    private final DataSource dataSource;

    LogStates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The log as it stood when a change was committed: with that change's own entries and all before them.
     *
     * @param change number of the change; 0 for the empty log
     */
    public LogState at(long change) {
        try (Connection connection = dataSource.getConnection()) {
            long size = 0;
            // Changes are committed in the order of their numbers, so the last block of one ends all that was sealed by then.
            try (PreparedStatement question = connection.prepareStatement("select next from sealed_block where change <= ? order by first desc limit 1")) {
                question.setLong(1, change);
                try (ResultSet row = question.executeQuery()) {
                    if (row.next()) {
                        size = row.getLong(1);
                    }
                }
            }
            return state(connection, size);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("the log as of a change", null, e);
        }
    }

    /**
     * The log as its first entries give it now.
     *
     * @throws IllegalArgumentException if it has fewer, or lacks one of them
     */
    public LogState ofSize(long size) {
        try (Connection connection = dataSource.getConnection()) {
            return state(connection, size);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("the log of " + size + " entries", null, e);
        }
    }

    private static LogState state(Connection connection, long size) throws SQLException {
        Range range = Range.empty();
        boolean committed = connection.getAutoCommit();
        // Else PostgreSQL's driver would fetch all of it at once.
        connection.setAutoCommit(false);
        try (PreparedStatement question = connection.prepareStatement("select first, entries, commitments from sealed_block where first < ? order by first")) {
            question.setLong(1, size);
            question.setFetchSize(50);
            try (ResultSet row = question.executeQuery()) {
                while (row.next() && row.getLong(1) == range.size()) {
                    byte[] commitments = row.getBytes(3);
                    for (int i = 0; i < row.getInt(2) && range.size() < size; i++) {
                        range.append(Hash.leaf(Arrays.copyOfRange(commitments, i * EntryMaker.COMMITMENT, (i + 1) * EntryMaker.COMMITMENT)));
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(committed);
        }
        if (range.size() < size) {
            throw new IllegalArgumentException("The log was %d entries long; of these the database lacks entry %d".formatted(size, range.size()));
        }
        return new LogState(size, range.root().base64());
    }
}
