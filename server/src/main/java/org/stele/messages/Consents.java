package org.stele.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Kind;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;

/** What senders allow, each use a record of its own with its versions: who said it when, and when it was taken back. */
public final class Consents {

    private static final Rows ROWS = new Rows();

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;

    Consents(DataSource source, Changes changes, Versions versions) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
    }

    /** What was said with a message, in the order of {@link Use}. */
    public List<Version<Consent>> of(long message) {
        List<Long> ids = sql.sql("select id from consent where message = :message and recorded_to = 'infinity'").param("message", message)
                .query(Long.class).list();
        return versions.current(ROWS, ids).stream().sorted(Comparator.comparing(each -> each.record().use())).toList();
    }

    /** Every state of one consent, oldest first. */
    public List<Version<Consent>> history(long consent) {
        return versions.all(ROWS, consent);
    }

    /**
     * Whether a use is allowed by all who told of something: at least one of them allowed it, and none refused it or took it back.
     *
     * @param messages ids of all messages that tell of it
     */
    public boolean allows(Collection<Long> messages, Use use) {
        List<String> states = messages.isEmpty() ? List.of() : sql.sql("""
                select state from consent where message = any(:messages) and use_of = :use and recorded_to = 'infinity'""")
                .param("messages", messages.toArray(Long[]::new)).param("use", use.code()).query(String.class).list();
        return !states.isEmpty() && states.stream().allMatch(Consent.State.GIVEN.code()::equals);
    }

    /** Sets a consent that somebody gave, refused or took back later, or tells it for the first time. Nothing happens if it stands so. */
    public void set(Consent consent, String by, String reason) {
        changes.make(by, reason, change -> {
            set(change, consent);
            return null;
        });
    }

    void set(Change change, Consent consent) {
        List<Version<Consent>> now = of(consent.message()).stream().filter(each -> each.record().use() == consent.use()).toList();
        if (now.isEmpty()) {
            change.open(ROWS, List.of(consent));
        } else if (!now.getFirst().record().equals(consent)) {
            change.revise(ROWS, List.of(new Revision<>(now.getFirst().id(), now.getFirst().number(), consent)));
        }
    }

    void open(Change change, List<Consent> consents) {
        change.open(ROWS, consents);
    }

    private static final class Rows implements Kind<Consent> {
        @Override
        public String table() {
            return "consent";
        }

        @Override
        public List<String> columns() {
            return List.of("message", "use_of", "state");
        }

        @Override
        public List<?> values(Consent consent) {
            return Arrays.asList(consent.message(), consent.use().code(), consent.state().code());
        }

        @Override
        public Consent read(ResultSet row) throws SQLException {
            return new Consent(row.getLong("message"), Use.of(row.getString("use_of")), Consent.State.of(row.getString("state")));
        }
    }
}
