package org.stele.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.stele.tlog.Checkpoint;

/**
 * Checks the database against the sealed log, and the log against its checkpoints, without a network: every row is computed anew and
 * compared with its entry, every entry with the tiles on disk, the tiles with the signed checkpoint, and every earlier checkpoint with
 * the log of now. Reads only.
 */
public final class Verification {

    /** Faults told of at most; where there are more, the first of them says enough. */
    private static final int MOST_FAULTS = 20;

    /**
     * Tables that are not sealed. They hold the log itself, whose signatures are checked, and what is only a memory of something sealed or
     * a schedule: a lie in {@code copy} or {@code copy_round} lasts until the copy is read again, one in {@code answered} alters no answer.
     * An upload is not in the register yet; the digest of the whole, told by its sender, is compared when it comes in.
     */
    static final Set<String> UNSEALED = Set.of("flyway_schema_history", "sealed_block", "log_key", "log_checkpoint", "answered", "copy", "copy_round",
            "upload", "upload_part");

    private final DataSource dataSource;
    private final Sequencer sequencer;

    Verification(DataSource dataSource, Sequencer sequencer) {
        this.dataSource = dataSource;
        this.sequencer = sequencer;
    }

    /** Told of as the work goes on. */
    public interface Progress {
        void at(long entries, long of);
    }

    /**
     * What was found.
     *
     * @param entries     entries of the log that were compared with their rows
     * @param checkpoint  the signed checkpoint; none where nothing was ever published
     * @param unpublished entries committed but not yet under a checkpoint
     * @param faults      the first faults; empty if all is as it was sealed
     */
    public record Report(long entries, @Nullable Checkpoint checkpoint, long unpublished, List<Fault> faults) {
        public boolean good() {
            return faults.isEmpty();
        }
    }

    /** Checks everything, or until there are too many faults to be worth telling. */
    public Report run(Progress progress) {
        return run(List.of(), progress);
    }

    /**
     * The same, and compares the log with checkpoints that outsiders kept. Only they show a log that was written anew with its own key.
     */
    public Report run(List<OutsideCheckpoint> outside, Progress progress) {
        Faults faults = new Faults(MOST_FAULTS);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long entries = 0;
            Optional<Checkpoint> checkpoint = Optional.empty();
            try {
                checkpoint = new LogCheck(connection, sequencer, outside, faults).run();
                entries = new RowCheck(connection, faults, UNSEALED).run(progress);
                new ChainCheck(connection, faults).run();
            } catch (Faults.Enough enough) {
                // Those found so far are told.
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
            return new Report(entries, checkpoint.orElse(null), Math.max(0, entries - checkpoint.map(Checkpoint::size).orElse(0L)), new ArrayList<>(faults.all()));
        } catch (SQLException e) {
            throw new UncategorizedSQLException("verifying the log", null, e);
        }
    }
}
