package org.stele.history;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One transaction that writes: who, when, why. Everything written through it becomes true at {@link #at} and is durable when the
 * work handed to {@link Changes#make} has returned, or not written at all.
 */
public interface Change {

    /** Number of the change; changes are numbered without gaps in the order of their instants. */
    long number();

    /** The instant from which everything written here is true; later than that of every earlier change. */
    Instant at();

    /** Opens the first version of new records, in bulk; returns the id of the first, the others follow one by one. */
    <R> long open(Kind<R> kind, List<R> records);

    /** Opens the first version of records whose ids were taken with {@link #takeIds} before. */
    <R> void open(Kind<R> kind, long firstId, List<R> records);

    /** Closes current versions and opens the next ones, in bulk; all or none.
     *  @throws StaleVersion if one of them is no longer current */
    <R> void revise(Kind<R> kind, List<Revision<R>> revisions);

    /** Adds rows to a table that is not versioned because its rows never change, such as statements. Values as in {@link Kind#values}. */
    void append(String table, List<String> columns, List<? extends List<?>> rows);

    /** Takes {@code count} ids in a row from the sequence {@code <table>_id}; returns the first. */
    long takeIds(String table, int count);

    /** For reads within the same transaction. */
    JdbcClient sql();
}
