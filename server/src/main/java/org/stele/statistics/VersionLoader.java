package org.stele.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Brings versions from the database into memory: all of them at first, then only those opened or closed since. */
final class VersionLoader {

    private static final String VICTIM_COLUMNS = """
            standing, exclusion, status, standing_on, died_from, died_to, death_place, origin, sex, age_min, age_max, method, weapon,
            responsibility, parties, other_category, groups, incident""";

    private static final String INCIDENT_COLUMNS = """
            documented_on, occurred_from, occurred_to, place, method, weapon, responsibility, parties, other_category,
            unrecorded_min, unrecorded_max, injured_min""";

    private final DataSource source;
    private final Dictionaries dictionaries;
    private final ChangeNumbers changes = new ChangeNumbers();
    private final VersionTable victims;
    private final VersionTable incidents;

    VersionLoader(DataSource source, Dictionaries dictionaries) {
        this.source = source;
        this.dictionaries = dictionaries;
        victims = new VersionTable(Map.of(Field.STANDING, 3, Field.DAY, 1, Field.DEATH, 2, Field.PLACE, 1, Field.ORIGIN, 1, Field.PERSON, 3,
                Field.METHOD, 1, Field.WEAPON, 1, Field.ATTRIBUTION, 3, Field.GROUPS, 1), true, dictionaries);
        incidents = new VersionTable(Map.of(Field.DAY, 1, Field.DEATH, 2, Field.PLACE, 1, Field.METHOD, 1, Field.WEAPON, 1,
                Field.ATTRIBUTION, 3, Field.COUNTS, 3), false, dictionaries);
    }

    /** Reads what is new, in one snapshot of the database: every change up to the last one is whole in what is returned. */
    Loaded load() {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                load(connection);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The versions to count could not be read: " + e.getMessage(), e);
        }
        return new Loaded(changes.count(), victims.rows(), incidents.rows(), dictionaries.values());
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    private void load(Connection connection) throws SQLException {
        int before = changes.count();
        Instant since = before == 0 ? Instant.EPOCH : changes.last();
        var row = new BinaryRow();
        BinaryCopy.read(connection, "select number, at from change where number > " + before + " order by number", (bytes, at) -> {
            row.begin(bytes, at);
            changes.add(row.bigint(), row.bigint());
        });
        if (changes.count() > before) {
            load(connection, "victim", VICTIM_COLUMNS, victims, before, since);
            load(connection, "incident", INCIDENT_COLUMNS, incidents, before, since);
        }
    }

    /** Closed versions first, so that counts as of now pass over them chunk by chunk. */
    private void load(Connection connection, String name, String columns, VersionTable table, int before, Instant last) throws SQLException {
        String select = "select id, version, recorded_from, recorded_to, " + columns + " from " + name + " where ";
        BinaryCopy.Rows take = (bytes, at) -> table.append(bytes, at, changes);
        if (before == 0) {
            BinaryCopy.read(connection, select + "recorded_to <> 'infinity'", take);
            BinaryCopy.read(connection, select + "recorded_to = 'infinity'", take);
            return;
        }
        // Written out, for the planner takes to the index only when it sees how little lies after this instant.
        String since = "timestamptz '" + last + "'";
        var row = new BinaryRow();
        BinaryCopy.read(connection, "select id, version, recorded_to from " + name + " where recorded_to <> 'infinity' and recorded_to > " + since,
                (bytes, at) -> {
                    row.begin(bytes, at);
                    table.close(row.bigint(), row.amount(), changes.number(row.bigint()));
                });
        for (IdRun run : opened(connection, name, before)) {
            BinaryCopy.read(connection, select + "version = 1 and id between " + run.first() + " and " + run.last(), take);
        }
        BinaryCopy.read(connection, select + "version > 1 and recorded_from > " + since, take);
    }

    /** Ids in a row. */
    private record IdRun(long first, long last) {
    }

    /** The records of a kind that were opened after a change, as few runs as hold them. */
    private static List<IdRun> opened(Connection connection, String name, int before) throws SQLException {
        List<IdRun> runs = new ArrayList<>();
        var row = new BinaryRow();
        BinaryCopy.read(connection, "select first_id, last_id from opened where kind = '" + name + "' and change > " + before + " order by first_id",
                (bytes, at) -> {
                    row.begin(bytes, at);
                    IdRun run = new IdRun(row.bigint(), row.bigint());
                    if (!runs.isEmpty() && runs.getLast().last() + 1 == run.first()) {
                        run = new IdRun(runs.removeLast().first(), run.last());
                    }
                    runs.add(run);
                });
        return runs;
    }
}
