package org.stele.reports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;

/** The editions written so far, with all their states, and their files. */
public final class Editions {

    private static final EditionKind KIND = new EditionKind();

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;

    public Editions(DataSource dataSource, Changes changes) {
        this.sql = JdbcClient.create(dataSource);
        this.changes = changes;
        this.versions = new Versions(dataSource);
    }

    public Optional<Version<Edition>> current(long id) {
        return versions.current(KIND, id);
    }

    /** Every state of an edition, oldest first. */
    public List<Version<Edition>> all(long id) {
        return versions.all(KIND, id);
    }

    /** The editions of a report on a month, latest first. */
    public List<Version<Edition>> of(String report, YearMonth month) {
        List<Long> ids = sql.sql("select id from edition where report = :report and period_from = :from and period_to = :to and recorded_to = 'infinity'")
                .param("report", report).param("from", month.atDay(1)).param("to", month.atEndOfMonth()).query(Long.class).list();
        return versions.current(KIND, ids).reversed();
    }

    /** All editions, latest first. */
    public List<Version<Edition>> all() {
        return versions.current(KIND, sql.sql("select id from edition where recorded_to = 'infinity'").query(Long.class).list()).reversed();
    }

    /** A file's bytes, as they were written.
     *  @throws IllegalArgumentException if no edition has such a file */
    public byte[] bytes(Edition.File file) {
        return sql.sql("select bytes from edition_file where sha256 = :sha256").param("sha256", file.sha256()).query(byte[].class).optional()
                .orElseThrow(() -> new IllegalArgumentException("No edition has a file " + file.sha256()));
    }

    /** Whether a file's bytes are kept, whatever they are. */
    boolean has(Edition.File file) {
        return sql.sql("select exists (select from edition_file where sha256 = :sha256)").param("sha256", file.sha256()).query(Boolean.class).single();
    }

    /** Keeps a new edition with its files, all or nothing. */
    Version<Edition> add(Edition edition, Map<String, byte[]> bytes) {
        long id = changes.make(edition.state().draftedBy(), "Drafts the %s report on %s".formatted(edition.report(), edition.month()), change -> {
            for (Edition.File file : edition.files()) {
                keep(change, file, bytes.get(file.name()));
            }
            return change.open(KIND, List.of(edition));
        });
        return current(id).orElseThrow();
    }

    private static void keep(Change change, Edition.File file, byte[] bytes) {
        int written = change.sql().sql("insert into edition_file (sha256, media_type, bytes) values (:sha256, :type, :bytes) on conflict (sha256) do nothing")
                .param("sha256", file.sha256()).param("type", file.mediaType()).param("bytes", bytes).update();
        if (written == 1) {
            change.written("edition_file", List.of(List.of(file.sha256())));
        }
    }

    /** Puts the next state of an edition in the place of the current one, with those files that are new. */
    Version<Edition> move(Version<Edition> before, Edition next, Map<String, byte[]> bytes, String by, String reason) {
        changes.make(by, reason, change -> {
            next.files().stream().filter(file -> bytes.containsKey(file.name())).forEach(file -> keep(change, file, bytes.get(file.name())));
            change.revise(KIND, List.of(new Revision<>(before.id(), before.number(), next)));
            return null;
        });
        return current(before.id()).orElseThrow();
    }
}
