package org.stele.history;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.sealing.Sealing;

/**
 * Makes changes, one after the other, and says up to where the history is settled.
 *
 * <p>Changes queue with all writers of the sealed log, from before their instant is taken until they are committed. So the order
 * of instants is the order of commits, and what a question saw as of an instant is what every later question as of it will see.
 * The change itself and every row it writes have their entries in the log when it is committed.
 */
public final class Changes {

    /** Instants that PostgreSQL can be asked about: anybody may write any other into an address. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ColumnTypes types = new ColumnTypes();
    private final Sealing sealing;
    private final @Nullable InstantSource clock;

    /** An instant known to be written down as answered: an earlier one needs no more asking. */
    private volatile Instant answered = Instant.MIN;

    /** Changes that take their instants from the database's own clock. */
    public Changes(DataSource dataSource) {
        this(dataSource, null);
    }

    /** Changes at instants given by a clock: only for a register of synthetic data that is to have a past. */
    public Changes(DataSource dataSource, @Nullable InstantSource clock) {
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.clock = clock;
        this.sealing = new Sealing(dataSource);
    }

    /**
     * Runs the work in one transaction. When this returns, all of it is durable.
     *
     * @param by     the account or program that answers for the change
     * @param reason why it is made, in words that a reader years later understands
     * @throws StaleVersion if a record was changed in the meantime; nothing is written then
     */
    public <T> T make(String by, String reason, Function<Change, T> work) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("A change needs who makes it and why");
        }
        return transaction.execute(status -> {
            Moment moment = begin(by, reason);
            return work.apply(new OpenChange(dataSource, sql, moment, types, sealing));
        });
    }

    private Moment begin(String by, String reason) {
        sealing.queue();
        Instant wanted = clock == null ? null : clock.instant().truncatedTo(ChronoUnit.MICROS);
        Moment moment = sql.sql("""
                with last as (select coalesce(max(number), 0) as number, coalesce(max(at), '-infinity') as at from change),
                     settled as (select greatest(at, (select up_to from answered)) as at from last)
                insert into change (number, at, made_by, reason)
                select number + 1, greatest(coalesce(:wanted::timestamptz, clock_timestamp()), settled.at + interval '1 microsecond'), :by, :reason
                  from last, settled
                returning number, at""")
                .param("wanted", wanted == null ? null : wanted.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .query((row, n) -> new Moment(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
        sealing.written("change", List.of(List.of(moment.change())), moment.change());
        return moment;
    }

    /** The last change that is committed: the latest state a question can be asked of. */
    public Moment latest() {
        return sql.sql("select number, at from change order by number desc limit 1")
                .query((row, n) -> new Moment(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional().orElse(new Moment(0, Instant.EPOCH));
    }

    /**
     * The settled moment of an instant: the changes up to it. Where the instant is later than the last change, this waits for a
     * change under way, for that one may still bear an earlier instant, and writes the instant down: later changes come after it, even
     * if the clock is set back. Of a register without any change nothing is written down, for nothing can be answered of it.
     *
     * @throws IllegalArgumentException for an instant in the future, of which nothing can be known
     */
    public Moment settled(Instant asOf) {
        if (asOf.isBefore(EARLIEST)) {
            // PostgreSQL's calendar ends somewhere before; nothing was recorded either way.
            return new Moment(0, asOf);
        }
        if (asOf.isAfter(LATEST)) {
            throw future(asOf);
        }
        if (asOf.isAfter(answered) && asOf.isAfter(latest().at())) {
            boolean kept = Boolean.TRUE.equals(transaction.execute(status -> settle(asOf)));
            if (kept) {
                // Only now, when it is durable; an earlier instant of another thread may take its place, at the cost of asking again.
                answered = asOf;
            }
        }
        long change = sql.sql("select number from change where at <= :asOf order by at desc limit 1").param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query(Long.class).optional().orElse(0L);
        return new Moment(change, asOf);
    }

    /** Whether later changes are sure to come after it: not before there is a first one. */
    private boolean settle(Instant asOf) {
        OffsetDateTime at = asOf.atOffset(ZoneOffset.UTC);
        sealing.awaitWriters();
        if (sql.sql("select exists (select from answered where up_to >= :asOf)").param("asOf", at).query(Boolean.class).single()) {
            // Also where the clock was set back since: it was answered before it became the future again.
            return true;
        }
        if (sql.sql("select :asOf::timestamptz > clock_timestamp()").param("asOf", at).query(Boolean.class).single()) {
            throw future(asOf);
        }
        if (!sql.sql("select exists (select from change)").query(Boolean.class).single()) {
            return false;
        }
        sql.sql("""
                insert into answered (up_to)
                select :asOf::timestamptz where not exists (select from change where at >= :asOf::timestamptz)
                on conflict (only_one) do update set up_to = greatest(answered.up_to, excluded.up_to)""").param("asOf", at).update();
        return true;
    }

    private static IllegalArgumentException future(Instant asOf) {
        return new IllegalArgumentException("As of " + asOf + " nothing can be known yet: it is in the future. Ask as of now or earlier.");
    }
}
