package org.stele.uploading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database knows of uploads: the truth of how far each has come. A file that no row names was never acknowledged. */
final class UploadRows {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    UploadRows(DataSource source) {
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * An upload as its row has it.
     *
     * @param told what the sender said, encrypted
     */
    record Row(long id, String owner, long length, long received, byte[] told, Instant keptUntil, Upload.State state, @Nullable String outcome) {
    }

    /** An upload that was given up, with the bytes that had come. */
    record Abandoned(long id, long received) {
    }

    long nextId() {
        return sql.sql("select nextval('upload_id')").query(Long.class).single();
    }

    void add(long id, UploadToken token, String owner, long length, byte[] told, Terms terms, Instant now) {
        sql.sql("""
                insert into upload (id, mark, owner, length, told, kept_seconds, kept_until)
                values (:id, :mark, :owner, :length, :told, :kept, :now + :kept * interval '1 second')""")
                .param("id", id).param("mark", token.mark()).param("owner", owner).param("length", length).param("told", told)
                .param("kept", terms.kept().toSeconds()).param("now", at(now)).update();
    }

    Optional<Row> find(UploadToken token) {
        return sql.sql("select * from upload where mark = :mark").param("mark", token.mark()).query((row, n) -> new Row(row.getLong("id"), row.getString("owner"),
                row.getLong("length"), row.getLong("received"), row.getBytes("told"), row.getObject("kept_until", OffsetDateTime.class).toInstant(),
                Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("outcome"))).optional();
    }

    int open(String owner) {
        return sql.sql("select count(*) from upload where owner = :owner and state = 'open'").param("owner", owner).query(Integer.class).single();
    }

    /**
     * Makes durable parts known, all or none.
     *
     * @return whether they were: not if the upload has ended, or has come to another place meanwhile
     */
    boolean add(long upload, List<Part> parts, Instant now) {
        long length = parts.stream().mapToLong(Part::length).sum();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // One statement that both compares and moves on: of two senders at the same place one wins.
            int moved = sql.sql("""
                    update upload set received = received + :length, kept_until = greatest(kept_until, :now + kept_seconds * interval '1 second')
                     where id = :id and state = 'open' and received = :start""")
                    .param("id", upload).param("length", length).param("start", parts.getFirst().start()).param("now", at(now)).update();
            for (Part each : moved == 1 ? parts : List.<Part>of()) {
                sql.sql("insert into upload_part (upload, start, length, file) values (:upload, :start, :length, :file)").param("upload", upload)
                        .param("start", each.start()).param("length", each.length()).param("file", each.file()).update();
            }
            return moved == 1;
        }));
    }

    List<Part> parts(long upload) {
        return sql.sql("select start, length, file from upload_part where upload = :upload order by start").param("upload", upload)
                .query((row, n) -> new Part(row.getLong("start"), row.getLong("length"), row.getObject("file", UUID.class))).list();
    }

    /** Ends an upload that is open; another end it may have had stays. */
    void end(long upload, Upload.State state, @Nullable String outcome) {
        transaction.executeWithoutResult(status -> {
            sql.sql("update upload set state = :state, outcome = :outcome where id = :id and state = 'open'")
                    .param("state", state.name().toLowerCase(Locale.ROOT)).param("outcome", outcome).param("id", upload).update();
            sql.sql("delete from upload_part where upload = :id").param("id", upload).update();
        });
    }

    /** Ends those to which nothing came for too long. */
    List<Abandoned> abandon(Instant now) {
        return transaction.execute(status -> {
            List<Abandoned> over = sql.sql("update upload set state = 'abandoned' where state = 'open' and kept_until < :now returning id, received")
                    .param("now", at(now)).query((row, n) -> new Abandoned(row.getLong("id"), row.getLong("received"))).list();
            over.forEach(each -> sql.sql("delete from upload_part where upload = :id").param("id", each.id()).update());
            return over;
        });
    }

    /** Forgets what ended long ago. */
    void forget(Instant endedBefore) {
        sql.sql("delete from upload where state <> 'open' and kept_until < :before").param("before", at(endedBefore)).update();
    }

    Set<Long> open() {
        return new HashSet<>(sql.sql("select id from upload where state = 'open'").query(Long.class).list());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
