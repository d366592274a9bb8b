package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;

/** What sources say, word for word: added, never edited. */
public final class Statements {

    private static final String TABLE = "statement";
    private static final List<String> COLUMNS = List.of("id", "source", "victim", "incident", "recorded_at", "locator", "key", "words");

    private final JdbcClient sql;

    Statements(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** Takes ids in a row for new statements; returns the first. */
    public long takeIds(Change change, int count) {
        return change.takeIds(TABLE, count);
    }

    /** Adds statements; their {@code recordedAt} is the change's instant. */
    public void add(Change change, List<Statement> statements) {
        change.append(TABLE, COLUMNS, statements.stream().map(Statements::values).toList());
        change.append("statement_keys", List.of("source", "first_id", "hashes"), KeyHash.rows(statements));
    }

    /** The statements about a victim, in the order they were taken in. */
    public List<Statement> aboutVictim(long victim) {
        return sql.sql("select * from statement where victim = :id order by recorded_at, id").param("id", victim).query((row, n) -> read(row)).list();
    }

    /** The statements about an incident, in the order they were taken in. */
    public List<Statement> aboutIncident(long incident) {
        return sql.sql("select * from statement where incident = :id order by recorded_at, id").param("id", incident).query((row, n) -> read(row)).list();
    }

    /** What a source has said until now, to be found by its own keys. */
    public SaidBefore saidBefore(long source) {
        return new SaidBefore(sql, source);
    }

    private static List<?> values(Statement statement) {
        return Arrays.asList(statement.id(), statement.source(), statement.victim(), statement.incident(), statement.recordedAt(),
                statement.locator(), statement.key(), statement.words());
    }

    static Statement read(ResultSet row) throws SQLException {
        return new Statement(row.getLong("id"), row.getLong("source"), Columns.number(row, "victim"), Columns.number(row, "incident"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("locator"), row.getString("key"), row.getString("words"));
    }
}
