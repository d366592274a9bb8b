package org.stele.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.Refusal;
import org.stele.history.Change;
import org.stele.history.Changes;

/**
 * Destroys bytes, which one person cannot have done and nobody can have done at once: one asks, another agrees, and days pass in which
 * anybody may still withdraw it. Then the key goes, after which no copy anywhere can be read, and then the copies, each with the
 * credentials of its own location. What is kept: that the item was there, its digests, its chain of custody, and this.
 */
public final class Deletions {
    private static final String ALL = "select * from deletion ";

    private final JdbcClient sql;
    private final Changes changes;
    private final Custody custody;
    private final CopyPlan plan;

    Deletions(DataSource source, Changes changes, Custody custody, CopyPlan plan) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.custody = custody;
        this.plan = plan;
    }

    /**
     * Asks for the deletion of bytes, and of all that was made from them: decided on as one.
     *
     * @param item   number of the item that has them; absent if they are asked for by themselves
     * @param blobs  the original's first
     * @param reason the law, judgement or wish that demands it
     * @return what was asked for the first of them
     * @throws Refusal if one is under way, or there is no such blob
     */
    public Deletion ask(@Nullable Long item, List<Long> blobs, String by, String reason) {
        named(by);
        if (reason.isBlank()) {
            throw new Refusal("Say why the bytes must be destroyed: the law, the judgement, or whose wish it is.");
        }
        if (blobs.isEmpty()) {
            throw new Refusal("There are no bytes to delete.");
        }
        long first = changes.make(by, reason, change -> {
            long batch = change.sql().sql("select nextval('deletion_id')").query(Long.class).single();
            for (int i = 0; i < blobs.size(); i++) {
                ask(change, batch, i == 0 ? batch : change.sql().sql("select nextval('deletion_id')").query(Long.class).single(), item, blobs.get(i), by, reason);
            }
            return batch;
        });
        return find(first).orElseThrow();
    }

    private void ask(Change change, long batch, long id, @Nullable Long item, long blob, String by, String reason) {
        if (change.sql().sql("select count(*) from blob where id = :blob").param("blob", blob).query(Long.class).single() == 0) {
            throw new Refusal("There is no blob " + blob + ".");
        }
        if (change.sql().sql("select count(*) from deletion where blob = :blob and withdrawn_at is null").param("blob", blob).query(Long.class).single() > 0) {
            throw new Refusal("The deletion of these bytes has been asked for already.");
        }
        change.sql().sql("insert into deletion (id, batch, item, blob, asked_by, asked_at, reason) values (:id, :batch, :item, :blob, :by, clock_timestamp(), :reason)")
                .param("id", id).param("batch", batch).param("item", item).param("blob", blob).param("by", by.strip()).param("reason", reason.strip()).update();
        change.written("deletion", List.of(List.of(id)));
        custody.add(change, new Custody.Entry(blob, item, Act.DESCRIBED, null, true, "deletion " + batch + " asked for"));
    }

    /**
     * Agrees, as a second person. From now on the days count.
     *
     * @throws Refusal if it is the same person, or there is nothing to agree to
     */
    public Deletion agree(long id, String by) {
        named(by);
        Deletion asked = open(id);
        if (asked.agreedBy() != null) {
            throw new Refusal("Deletion " + id + " was agreed to by " + asked.agreedBy() + " already.");
        }
        if (asked.askedBy().strip().equalsIgnoreCase(by.strip())) {
            throw new Refusal("Whoever asked for a deletion cannot agree to it. Another person must.");
        }
        changes.make(by, "agreed to deletion " + id + ": " + asked.reason(), change -> {
            int done = change.sql().sql("""
                    update deletion set agreed_by = :by, agreed_at = clock_timestamp(), due_at = clock_timestamp() + make_interval(days => :days)
                     where batch = :batch and agreed_at is null and withdrawn_at is null""").param("by", by.strip()).param("days", plan.deletionDays())
                    .param("batch", asked.batch()).update();
            if (done == 0) {
                throw new Refusal("Somebody else decided on deletion " + id + " a moment ago. Look again.");
            }
            tell(change, asked, "agreed to; due in " + plan.deletionDays() + " days");
            return null;
        });
        return find(id).orElseThrow();
    }

    /** What two persons decided elsewhere: who asked and when, who agreed, and why. */
    public record Decision(String askedBy, Instant askedAt, String agreedBy, String reason) {
    }

    /**
     * Destroys keys at once, within a lawful erasure that two persons decided on: no days pass. The copies go when each location is next
     * reached.
     *
     * @throws Refusal if a deletion of one of them waits for its day
     */
    public void now(Change change, long item, List<Long> blobs, Decision decision) {
        long batch = 0;
        for (long blob : blobs) {
            Optional<Long> waiting = change.sql().sql("select batch from deletion where blob = :blob and withdrawn_at is null").param("blob", blob)
                    .query(Long.class).optional();
            if (waiting.isPresent()) {
                throw new Refusal("Deletion %d of the same bytes waits for its day. Withdraw it at the desk, or let it end; nothing was erased.".formatted(waiting.get()));
            }
            long id = change.sql().sql("select nextval('deletion_id')").query(Long.class).single();
            batch = batch == 0 ? id : batch;
            change.sql().sql("""
                    insert into deletion (id, batch, item, blob, asked_by, asked_at, reason, agreed_by, agreed_at, due_at, begun_at)
                    values (:id, :batch, :item, :blob, :asked, :askedAt, :reason, :agreed, :at::timestamptz, :at::timestamptz + interval '1 microsecond',
                            :at::timestamptz + interval '1 microsecond')""")
                    .param("id", id).param("batch", batch).param("item", item).param("blob", blob).param("asked", decision.askedBy())
                    .param("askedAt", decision.askedAt().atOffset(ZoneOffset.UTC)).param("reason", decision.reason()).param("agreed", decision.agreedBy())
                    .param("at", change.at().atOffset(ZoneOffset.UTC)).update();
            destroyKey(change, id, blob, decision.askedBy(), decision.agreedBy());
        }
    }

    private void destroyKey(Change change, long deletion, long blob, String asked, @Nullable String agreed) {
        change.written("deletion", List.of(List.of(deletion)));
        if (change.sql().sql("delete from blob_key where blob = :blob").param("blob", blob).update() == 1) {
            change.gone("blob_key", List.of(List.of(blob)));
        }
        custody.add(change, new Custody.Entry(blob, null, Act.ERASED, null, true, "key destroyed; asked by " + asked + ", agreed by " + agreed));
    }

    /** Stops a deletion. Anybody who may ask for one may stop it, until it has begun. */
    public Deletion withdraw(long id, String by, String reason) {
        named(by);
        Deletion asked = open(id);
        changes.make(by, reason.isBlank() ? "withdrew deletion " + id : reason, change -> {
            int done = change.sql().sql("update deletion set withdrawn_by = :by, withdrawn_at = clock_timestamp() where batch = :batch and begun_at is null and withdrawn_at is null")
                    .param("by", by.strip()).param("batch", asked.batch()).update();
            if (done == 0) {
                throw new Refusal("Deletion " + id + " cannot be stopped any more.");
            }
            tell(change, asked, "withdrawn");
            return null;
        });
        return find(id).orElseThrow();
    }

    /** Seals what was decided on all that were asked for together, and tells it to their chains of custody. */
    private void tell(Change change, Deletion asked, String what) {
        change.written("deletion", change.sql().sql("select id from deletion where batch = :batch order by id").param("batch", asked.batch()).query(Long.class).list()
                .stream().map(List::of).toList());
        custody.add(change, change.sql().sql("select blob from deletion where batch = :batch").param("batch", asked.batch()).query(Long.class).list().stream()
                .map(blob -> new Custody.Entry(blob, asked.item(), Act.DESCRIBED, null, true, "deletion " + asked.batch() + " " + what)).toList());
    }

    public Optional<Deletion> find(long id) {
        return sql.sql(ALL + "where id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    /** Those that are not withdrawn and not done, the oldest first; one for all that were asked for together. */
    public List<Deletion> underWay() {
        return sql.sql("select distinct on (batch) * from deletion where withdrawn_at is null and done_at is null order by batch, id").query((row, n) -> read(row)).list();
    }

    /** Those whose day has come or that have begun. */
    List<Deletion> due() {
        return sql.sql(ALL + "where withdrawn_at is null and done_at is null and due_at <= clock_timestamp() order by id").query((row, n) -> read(row)).list();
    }

    /** Destroys the key. From here there is no way back. */
    void begin(Deletion deletion) {
        changes.make(deletion.agreedBy() == null ? deletion.askedBy() : deletion.agreedBy(), "deletion " + deletion.id() + ": " + deletion.reason(), change -> {
            int done = change.sql().sql("update deletion set begun_at = clock_timestamp() where id = :id and begun_at is null and withdrawn_at is null and due_at <= clock_timestamp()")
                    .param("id", deletion.id()).update();
            if (done == 1) {
                destroyKey(change, deletion.id(), deletion.blob(), deletion.askedBy(), deletion.agreedBy());
            }
            return null;
        });
    }

    /** A copy is gone. */
    void gone(Deletion deletion, String location) {
        changes.make(String.valueOf(deletion.agreedBy()), "deletion " + deletion.id() + ": " + deletion.reason(), change -> {
            change.sql().sql("delete from copy where blob = :blob and location = :location").param("blob", deletion.blob()).param("location", location).update();
            custody.add(change, new Custody.Entry(deletion.blob(), null, Act.ERASED, location, true, "copy destroyed"));
            return null;
        });
    }

    /** Ends it when no copy is known any more. */
    void endIfAllGone(Deletion deletion) {
        String over = "id = :id and begun_at is not null and done_at is null and not exists (select from copy c where c.blob = deletion.blob)";
        if (sql.sql("select count(*) from deletion where " + over).param("id", deletion.id()).query(Long.class).single() == 0) {
            return;
        }
        changes.make(String.valueOf(deletion.agreedBy()), "deletion " + deletion.id() + ": " + deletion.reason(), change -> {
            if (change.sql().sql("update deletion set done_at = clock_timestamp() where " + over).param("id", deletion.id()).update() == 1) {
                change.written("deletion", List.of(List.of(deletion.id())));
            }
            return null;
        });
    }

    private Deletion open(long id) {
        Deletion deletion = find(id).orElseThrow(() -> new Refusal("There is no deletion " + id + "."));
        if (deletion.withdrawnBy() != null || deletion.begun() != null) {
            throw new Refusal("Deletion " + id + " is " + deletion.stage() + "; nothing can be decided on it any more.");
        }
        return deletion;
    }

    private static void named(String by) {
        if (by.isBlank()) {
            throw new Refusal("A deletion needs a person who answers for it.");
        }
    }

    private static Deletion read(ResultSet row) throws SQLException {
        return new Deletion(row.getLong("id"), row.getLong("batch"), row.getObject("item", Long.class), row.getLong("blob"), row.getString("asked_by"), CopyTable.at(row, "asked_at"), row.getString("reason"),
                row.getString("agreed_by"), CopyTable.instant(row, "agreed_at"), CopyTable.instant(row, "due_at"), row.getString("withdrawn_by"),
                CopyTable.instant(row, "begun_at"), CopyTable.instant(row, "done_at"));
    }
}
