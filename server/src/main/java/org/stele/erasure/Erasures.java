package org.stele.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.access.Account;
import org.stele.access.Accounts;
import org.stele.access.Permission;
import org.stele.database.Refusal;
import org.stele.evidence.Inspections;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.vault.Deletions;

/**
 * Erases what is personal in a record, which one person cannot have done: one asks and says on what legal ground, another confirms. Both
 * have open accounts that may decide on deletions. Afterwards every proof holds and every figure is what it was.
 */
public final class Erasures {

    private final JdbcClient sql;
    private final Changes changes;
    private final Accounts accounts;
    private final Planning planning;
    private final Inspections inspections;
    private final Supplier<Deletions> deletions;

    Erasures(DataSource source, Changes changes, Accounts accounts, Planning planning, Inspections inspections,
            Supplier<Deletions> deletions) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.accounts = accounts;
        this.planning = planning;
        this.inspections = inspections;
        this.deletions = deletions;
    }

    /** What would be erased now. Changes nothing.
     *  @throws Refusal if there is no such record */
    public ErasurePlan plan(Subject subject) {
        return planning.of(subject);
    }

    /**
     * Asks for an erasure. Nothing is erased yet.
     *
     * @param ground the law, the judgement or the wish that demands it; it is kept, so it names nobody
     * @throws Refusal if the record is not there, holds nothing personal, or was asked for already
     */
    public ErasureRequest ask(Subject subject, String ground, String by) {
        String person = person(by);
        if (ground.isBlank()) {
            throw new Refusal("Say on what legal ground with --ground: the law, the judgement, or whose right it is. It is kept, so name nobody.");
        }
        if (plan(subject).isEmpty()) {
            throw new Refusal("Of " + subject + " nothing personal is left to erase.");
        }
        try {
            long id = changes.make(person, "erasure of " + subject + " asked for: " + ground.strip(), change -> {
                long next = change.sql().sql("""
                        insert into erasure_request (subject, ground, asked_by, asked_at) values (:subject, :ground, :by, clock_timestamp()) returning id""")
                        .param("subject", subject.toString()).param("ground", ground.strip()).param("by", person).query(Long.class)
                                .single();
                change.written("erasure_request", List.of(List.of(next)));
                return next;
            });
            return find(id).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new Refusal("The erasure of " + subject + " has been asked for already; 'stele erase list' shows it.", e);
        }
    }

    /**
     * Confirms as a second person, and erases. When this returns, it is done and durable.
     *
     * @return what was erased
     * @throws Refusal if it is the same person, or there is nothing to confirm
     */
    public ErasurePlan confirm(long id, String by) {
        String person = person(by);
        ErasureRequest asked = open(id);
        refuseSame(asked, person);
        return changes.make(person, "erasure " + id + " of " + asked.subject() + ": " + asked.ground(), change -> {
            // Asked again where changes queue: of two who confirm at once the second finds it done.
            int done = change.sql().sql("""
                    update erasure_request set confirmed_by = :by, confirmed_at = clock_timestamp(), change = :change
                     where id = :id and confirmed_at is null and withdrawn_at is null and lower(asked_by) <> lower(:by)""")
                    .param("by", person).param("change", change.number()).param("id", id).update();
            if (done == 0) {
                throw new Refusal("Somebody else decided on erasure " + id + " a moment ago. Look again: 'stele erase list'.");
            }
            change.written("erasure_request", List.of(List.of(id)));
            ErasurePlan plan = planning.of(asked.subject());
            erase(change, plan, asked, person);
            return plan;
        });
    }

    private void erase(Change change, ErasurePlan plan, ErasureRequest asked, String by) {
        plan.rows().forEach(row -> change.erase(row.table(), row.key(), row.replacements()));
        plan.items().forEach(item -> inspections.forget(change, item));
        if (!plan.blobs().isEmpty()) {
            deletions.get().now(change, plan.subject().id(), plan.blobs(), new Deletions.Decision(asked.askedBy(), asked.askedAt(), by,
                    "erasure " + asked.id()
                    + ": " + asked.ground()));
        }
    }

    /** Takes back a request that nobody confirmed yet; whoever may ask may do it. */
    public ErasureRequest withdraw(long id, String by) {
        String person = person(by);
        ErasureRequest asked = open(id);
        changes.make(person, "erasure " + id + " of " + asked.subject() + " withdrawn", change -> {
            int done = change.sql().sql("""
                    update erasure_request set withdrawn_by = :by, withdrawn_at = clock_timestamp()
                     where id = :id and confirmed_at is null and withdrawn_at is null""").param("by", person).param("id", id).update();
            if (done == 0) {
                throw new Refusal("Erasure " + id + " cannot be stopped any more. 'stele erase list' shows it.");
            }
            change.written("erasure_request", List.of(List.of(id)));
            return null;
        });
        return find(id).orElseThrow();
    }

    public Optional<ErasureRequest> find(long id) {
        return sql.sql("select * from erasure_request where id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    /** All that were ever asked for, the latest first. */
    public List<ErasureRequest> all() {
        return sql.sql("select * from erasure_request order by id desc").query((row, n) -> read(row)).list();
    }

    private ErasureRequest open(long id) {
        ErasureRequest asked = find(id).orElseThrow(() -> new Refusal("There is no erasure request " + id
                + ". 'stele erase list' shows those there are."));
        if (!asked.stage().equals("asked")) {
            throw new Refusal("Erasure " + id + " is " + asked.stage() + "; nothing can be decided on it any more.");
        }
        return asked;
    }

    private static void refuseSame(ErasureRequest asked, String person) {
        if (asked.askedBy().equalsIgnoreCase(person)) {
            throw new Refusal("Whoever asked for an erasure cannot confirm it. Another person must.");
        }
    }

    private String person(String by) {
        Optional<Account> account = accounts.find(by.strip()).filter(Account::open);
        if (account.isEmpty() || !account.get().role().may(Permission.DELETE_EVIDENCE)) {
            throw new Refusal("'%s' cannot decide on an erasure: name a person with --by who has an open account that may delete (%s)."
                    .formatted(by.strip(), "'stele account list' shows the accounts; researchers and archivists may"));
        }
        return account.get().name();
    }

    private static ErasureRequest read(ResultSet row) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new ErasureRequest(row.getLong("id"), Subject.of(row.getString("subject")), row.getString("ground"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("confirmed_by"), confirmed == null ? null
                        : confirmed.toInstant(),
                row.getObject("change", Long.class), row.getString("withdrawn_by"));
    }
}
