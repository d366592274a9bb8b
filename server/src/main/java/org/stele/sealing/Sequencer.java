package org.stele.sealing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Hash;
import org.stele.tlog.Log;
import org.stele.tlog.Note;
import org.stele.tlog.SignerKey;

/**
 * Brings the published log, tiles and a signed checkpoint in the folder {@code log} of the data folder, up to the entries that are
 * committed. Whatever is interrupted, the next time goes on: the database holds the entries, and the same entries give the same tiles.
 * The log on disk never goes back: it refuses a database that has less than was signed, or something else.
 */
public final class Sequencer {

    static final String FOLDER = "log";

    /** Key of the advisory lock under which one process at a time writes tiles; the bytes spell "tiles". */
    static final long TILES = 0x74696c6573L;

    /** Entries appended at once: whole tiles of the second level, so that nothing partial is written in between. */
    private static final int LOT = 256 * 256;

    private final DataSource dataSource;
    private final DataPlace place;

    Sequencer(DataSource dataSource, DataPlace place) {
        this.dataSource = dataSource;
        this.place = place;
    }

    /**
     * Publishes all entries committed so far; when this returns, a checkpoint over them is signed and durable.
     *
     * @return the log, or nothing where no entry was ever written
     * @throws Refusal if another machine signs this log, or the log that was signed and the database do not agree
     */
    public Optional<Log> publish() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<Log> log = publish(connection);
                connection.commit();
                return log;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("publishing the log", null, e);
        }
    }

    /** The folder that holds the log as it is served. */
    public Path folder() {
        return place.path().resolve(FOLDER);
    }

    /** The last checkpoint that is published here. */
    public Optional<Note> checkpoint() {
        return new FileTiles(folder()).read("checkpoint").map(bytes -> Note.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The key that the log is signed with, as those who verify it need it; none before the first entry. */
    public Optional<String> verifier() {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.ofNullable(text(connection, "select verifier from log_key"));
        } catch (SQLException e) {
            throw new UncategorizedSQLException("key of the log", null, e);
        }
    }

    private Optional<Log> publish(Connection connection) throws SQLException {
        lock(connection);
        long committed = new Blocks().size(connection);
        String registered = text(connection, "select verifier from log_key");
        if (committed == 0 && registered == null) {
            return Optional.empty();
        }
        Log log = open(key(connection, registered));
        long signed = log.checkpoint().size();
        if (committed < signed) {
            throw new Refusal(("The sealed log in %s was signed over %d entries, but the database holds only %d: it was put back from an older"
                    + " backup, or entries were taken out of it. Nothing was changed.").formatted(folder(), signed, committed));
        }
        append(connection, log, signed, committed);
        compareWithEarlier(connection, log);
        keep(connection, log);
        return Optional.of(log);
    }

    private Log open(SignerKey key) {
        place.folder(FOLDER);
        try {
            return Log.open(new FileTiles(folder()), key);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Refusal("The sealed log in %s is damaged: %s. Run 'stele verify', and put it back from a backup.".formatted(folder(), e.getMessage()), e);
        }
    }

    private SignerKey key(Connection connection, @Nullable String registered) throws SQLException {
        Optional<SignerKey> here = LogKey.read(place);
        if (registered == null) {
            if (checkpoint().isPresent()) {
                throw new Refusal("There is a sealed log in %s that this database knows nothing of: the data folder and the database do not belong together."
                        .formatted(folder()));
            }
            // Made but not yet registered, where a program was stopped in between.
            SignerKey key = here.orElseGet(() -> LogKey.make(place));
            try (PreparedStatement statement = connection.prepareStatement("insert into log_key (verifier) values (?)")) {
                statement.setString(1, key.verifier().toString());
                statement.executeUpdate();
            }
            return key;
        }
        return here.filter(key -> key.verifier().toString().equals(registered)).orElseThrow(() -> new Refusal(
                "The sealed log is signed with a key that is not in %s: another machine keeps the log, or the folder log-key must be put back from a backup."
                        .formatted(place.path())));
    }

    private static void append(Connection connection, Log log, long from, long to) throws SQLException {
        long next = from;
        List<byte[]> lot = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(
                "select first, entries, commitments from sealed_block where next > ? order by first")) {
            question.setLong(1, from);
            question.setFetchSize(50);
            try (ResultSet row = question.executeQuery()) {
                while (row.next() && next < to) {
                    long first = row.getLong(1);
                    if (first > next) {
                        throw new Refusal("The database lacks the entries from %d to %d of the sealed log. Run 'stele verify'.".formatted(next, first - 1));
                    }
                    byte[] commitments = row.getBytes(3);
                    for (int i = (int) (next - first); i < row.getInt(2); i++) {
                        lot.add(Arrays.copyOfRange(commitments, i * EntryMaker.COMMITMENT, (i + 1) * EntryMaker.COMMITMENT));
                        if (++next % LOT == 0) {
                            log.append(lot);
                            lot.clear();
                        }
                    }
                }
            }
        }
        if (!lot.isEmpty()) {
            log.append(lot);
        }
    }

    /** What was signed before must be the beginning of what is signed now: also where tiles were put back from a backup. */
    private static void compareWithEarlier(Connection connection, Log log) throws SQLException {
        String earlier = text(connection, "select note from log_checkpoint order by size desc limit 1");
        if (earlier != null) {
            Checkpoint before = Checkpoint.parse(Note.parse(earlier).text());
            Hash root = log.root(before.size());
            if (before.size() > log.checkpoint().size() || !root.equals(before.root())) {
                throw new Refusal("The sealed log of %d entries does not begin with the %d entries that were signed before. Run 'stele verify'."
                        .formatted(log.checkpoint().size(), before.size()));
            }
        }
    }

    private static void keep(Connection connection, Log log) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into log_checkpoint (size, note) values (?, ?) on conflict do nothing")) {
            statement.setLong(1, log.checkpoint().size());
            statement.setString(2, log.signedCheckpoint().orElseThrow().written());
            statement.executeUpdate();
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, TILES);
            lock.execute();
        }
    }

    private static @Nullable String text(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question); ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
