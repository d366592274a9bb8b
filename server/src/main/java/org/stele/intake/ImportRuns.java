package org.stele.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.history.Change;
import org.stele.register.Source;
import org.stele.sealing.Sealing;
import tools.jackson.databind.json.JsonMapper;

/** What the imports did: runs, rejected rows, and the sources' own marks of rows and incidents. */
final class ImportRuns {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    ImportRuns(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.sealing = new Sealing(dataSource);
    }

    /** The current source of that kind and name. */
    Optional<Long> source(String kind, String name) {
        return sql.sql("select id from source where kind = :kind and name = :name and recorded_to = 'infinity' order by id limit 1")
                .param("kind", kind).param("name", name).query(Long.class).optional();
    }

    /** What the mapping of the last import declared of a source; empty before the first. */
    Optional<Source> declared(long source, String kind, String name) {
        return sql.sql("select source_confidential, source_note from import_run where source = :source order by id desc limit 1").param("source", source)
                .query((row, n) -> new Source(kind, name, row.getBoolean("source_confidential"), row.getString("source_note"))).optional();
    }

    /**
     * An incident as a source marks it.
     *
     * @param teller key of the row that told of it first
     */
    record Marked(String key, long incident, String teller) {
    }

    /** Whether the source has marked any incident. */
    boolean marked(long source) {
        return sql.sql("select exists (select from incident_key where source = :source)").param("source", source).query(Boolean.class).single();
    }

    /** By the source's own marks of incidents; marks without one are left out. */
    Map<String, Marked> incidents(long source, Collection<String> keys) {
        return sql.sql("select key, incident, teller from incident_key where source = :source and key = any(:keys)")
                .param("source", source).param("keys", keys.toArray(String[]::new))
                .query((row, n) -> new Marked(row.getString("key"), row.getLong("incident"), row.getString("teller"))).list()
                .stream().collect(Collectors.toMap(Marked::key, marked -> marked));
    }

    /** Remembers what marks stand for. */
    void mark(Change change, long source, Collection<Marked> incidents) {
        change.append("incident_key", List.of("source", "key", "incident", "teller"),
                incidents.stream().map(each -> List.of(source, each.key(), each.incident(), each.teller())).toList());
    }

    long begin(long source, Delivery delivery, Mapping mapping, String by) {
        return transaction.execute(status -> {
            long run = insert(source, delivery, mapping, by);
            sealing.written("import_run", List.of(List.of(run)));
            return run;
        });
    }

    private long insert(long source, Delivery delivery, Mapping mapping, String by) {
        return sql.sql("""
                insert into import_run (source, source_confidential, source_note, file_name, file_sha256, columns, mapping, mapping_sha256, codebook, run_by)
                values (:source, :confidential, :note, :file, :sha256, :columns, :mapping, :mappingSha256, :codebook, :by) returning id""")
                .param("source", source).param("confidential", mapping.source().confidential()).param("note", mapping.source().note()).param("file", delivery.name()).param("sha256", delivery.sha256())
                .param("columns", delivery.columns().toArray(String[]::new)).param("mapping", mapping.name()).param("mappingSha256", mapping.digest())
                .param("codebook", mapping.codebook().code() + " " + mapping.codebook().version()).param("by", by)
                .query(Long.class).single();
    }

    /** Seals the verdict: how many rows became what, and a digest of those that could not be taken. */
    void end(long run, ImportReport report) {
        transaction.executeWithoutResult(status -> {
            sql.sql("""
                    update import_run r set ended_at = clock_timestamp(), rows_read = :read, rows_new = :added, rows_changed = :changed,
                           rows_repeated = :repeated, rows_rejected = :rejected, rejects_sha256 = (
                               select encode(sha256(convert_to(coalesce(string_agg(mark || E'\\t' || encode(sha256(convert_to(words, 'UTF8')), 'hex') || E'\\n', ''
                                      order by mark collate "C"), ''), 'UTF8')), 'hex')
                                 from rejected_row where source = r.source and run = r.id)
                     where id = :id""")
                    .param("id", run).param("read", report.read()).param("added", report.added()).param("changed", report.changed())
                    .param("repeated", report.repeated()).param("rejected", report.rejected()).update();
            sealing.written("import_run", List.of(List.of(run)));
        });
    }

    /** Keeps rows that could not be taken; those kept before are left as they are. */
    void reject(long source, long run, List<Draft.Rejected> rows) {
        if (rows.isEmpty()) {
            return;
        }
        // Within the change under way, if there is one.
        transaction.executeWithoutResult(status -> {
            List<String> kept = keep(source, run, rows);
            sealing.written("rejected_row", kept.stream().map(mark -> List.of(source, mark)).toList());
        });
    }

    private List<String> keep(long source, long run, List<Draft.Rejected> rows) {
        return sql.sql("""
                insert into rejected_row (source, mark, run, row_number, line, reasons, words)
                select :source, mark, :run, row_number, line, reasons::jsonb, words
                  from unnest(:marks::text[], :numbers::bigint[], :lines::bigint[], :reasons::text[], :words::text[]) as t (mark, row_number, line, reasons, words)
                on conflict do nothing
                returning mark""")
                .param("source", source).param("run", run)
                .param("marks", rows.stream().map(Draft.Rejected::key).toArray(String[]::new))
                .param("numbers", rows.stream().map(row -> row.row().number()).toArray(Long[]::new))
                .param("lines", rows.stream().map(row -> row.row().line()).toArray(Long[]::new))
                .param("reasons", rows.stream().map(row -> shown(MAPPER.writeValueAsString(row.reasons()).replace("\\u0000", "␀"))).toArray(String[]::new))
                .param("words", rows.stream().map(row -> shown(row.words())).toArray(String[]::new))
                .query(String.class).list();
    }

    /** PostgreSQL's text cannot hold the character NUL; it is shown by its symbol so that nothing vanishes unseen. */
    private static String shown(String text) {
        return text.replace('\0', '\u2400');
    }
}
