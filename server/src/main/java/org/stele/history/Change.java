package org.stele.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** Adds rows to a table that is not versioned because its rows never change, such as statements. Values as in {@link Kind#values}.
     *  The columns must hold every one that the database would fill by itself, for those are sealed too. */
    void append(String table, List<String> columns, List<? extends List<?>> rows);

    /** Seals rows that were written through {@link #sql}, for each the values of its table's primary key. What {@link #open},
     *  {@link #revise} and {@link #append} write is sealed without it. */
    void written(String table, List<? extends List<?>> keys);

    /** Seals that rows were removed through {@link #sql} from a table that changes in place. */
    void gone(String table, List<? extends List<?>> keys);

    /**
     * Lawfully destroys values of a row, for good: they are overwritten, nothing can be told from the row's entry in the sealed log any
     * more, every proof still holds, and a mark says what was erased. Of a versioned record each version is a row.
     *
     * @param key          the values of the table's primary key
     * @param replacements for each column what takes the value's place, as PostgreSQL reads it; null where the column may be empty
     * @throws IllegalArgumentException if there is no such row
     */
    void erase(String table, List<Object> key, Map<String, @Nullable String> replacements);

    /** Takes {@code count} ids in a row from the sequence {@code <table>_id}; returns the first. */
    long takeIds(String table, int count);

    /** For reads within the same transaction. */
    JdbcClient sql();
}
