package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
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
            LogState state = states(connection, Set.of(size)).get(size);
            if (state == null) {
                throw new IllegalStateException("Of the %d entries of the sealed log as of change %d some are gone. Run 'stele verify'.".formatted(size, change));
            }
            return state;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("the log as of a change", null, e);
        }
    }

    /** The log of each size as its first entries give it now, in one reading; without the sizes that it does not reach, or not whole. */
    public Map<Long, LogState> ofSizes(Collection<Long> sizes) {
        try (Connection connection = dataSource.getConnection()) {
            return states(connection, sizes);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("the log as it was", null, e);
        }
    }

    private static Map<Long, LogState> states(Connection connection, Collection<Long> sizes) throws SQLException {
        NavigableSet<Long> wanted = new TreeSet<>(sizes);
        Map<Long, LogState> states = new HashMap<>();
        if (wanted.isEmpty()) {
            return states;
        }
        Range range = Range.empty();
        take(range, wanted, states);
        boolean committed = connection.getAutoCommit();
        // Else PostgreSQL's driver would fetch all of it at once.
        connection.setAutoCommit(false);
        try (PreparedStatement question = connection.prepareStatement("select first, entries, commitments from sealed_block where first < ? order by first")) {
            question.setLong(1, wanted.last());
            question.setFetchSize(50);
            try (ResultSet row = question.executeQuery()) {
                while (row.next() && row.getLong(1) == range.size()) {
                    byte[] commitments = row.getBytes(3);
                    for (int i = 0; i < row.getInt(2) && (i + 1) * EntryMaker.COMMITMENT <= commitments.length; i++) {
                        range.append(Hash.leaf(Arrays.copyOfRange(commitments, i * EntryMaker.COMMITMENT, (i + 1) * EntryMaker.COMMITMENT)));
                        take(range, wanted, states);
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(committed);
        }
        return states;
    }

    private static void take(Range range, Set<Long> wanted, Map<Long, LogState> states) {
        if (wanted.contains(range.size())) {
            states.put(range.size(), new LogState(range.size(), range.root().base64()));
        }
    }
}
