package org.stele.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.register.Incident;
import org.stele.register.Victim;

/** Everything that belongs to one case, as it stands now. */
public final class CaseFile {

    static final CaseRows CASES = new CaseRows();
    static final CaseMessageRows MESSAGES = new CaseMessageRows();
    static final AssessmentRows ASSESSMENTS = new AssessmentRows();

    private final JdbcClient sql;
    private final Versions versions;
    private final Version<Case> current;

    CaseFile(JdbcClient sql, Versions versions, long id) {
        this.sql = sql;
        this.versions = versions;
        this.current = versions.current(CASES, id).orElseThrow(() -> new NoSuchCase(id));
    }

    public Version<Case> current() {
        return current;
    }

    public long id() {
        return current.id();
    }

    /** Every step, oldest first. */
    public List<Version<Case>> steps() {
        return versions.all(CASES, id());
    }

    /** Ids of the messages in it, in the order they came. */
    public List<Long> messages() {
        return sql.sql("select message from case_message where case_id = :id and recorded_to = 'infinity' order by message").param("id", id())
                .query(Long.class).list();
    }

    /** What was thought of each message as a source; absent for those nobody assessed. */
    public Map<Long, Version<Assessment>> assessments() {
        List<Long> ids = sql.sql("select id from assessment where message = any(:messages) and recorded_to = 'infinity'")
                .param("messages", messages().toArray(Long[]::new)).query(Long.class).list();
        Map<Long, Version<Assessment>> found = new HashMap<>();
        versions.current(ASSESSMENTS, ids).forEach(each -> found.put(each.record().message(), each));
        return found;
    }

    /** The finding on the incident; absent until work on the case has begun. */
    public Optional<Version<Finding<Incident>>> incident() {
        return findings(FindingRows.INCIDENTS).stream().findFirst();
    }

    /** The findings on persons, in the order they were begun; those taken out left out. */
    public List<Version<Finding<Victim>>> victims() {
        return findings(FindingRows.VICTIMS);
    }

    private <R> List<Version<Finding<R>>> findings(FindingRows<R> rows) {
        List<Long> ids = sql.sql("""
                select id from finding where case_id = :id and subject = :subject and recorded_to = 'infinity' and not dropped order by id""")
                .param("id", id()).param("subject", rows.subject()).query(Long.class).list();
        return new ArrayList<>(versions.current(rows, ids));
    }

    /** Thrown where a case is asked for that is not there. */
    public static final class NoSuchCase extends RuntimeException {
        NoSuchCase(long id) {
            super("There is no case " + id);
        }
    }
}
