package org.stele.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How one kind of record is kept: its table and its columns. The table has, beside these, {@code id, version, recorded_from,
 * recorded_to} and the keys that {@code db/migration/V100} describes.
 *
 * @param <R> the record
 */
public interface Kind<R> {

    /** Name of the table, and of the sequence that numbers its records with {@code _id} after it. */
    String table();

    /** The columns that hold the record's fields, in the order of {@link #values}. */
    List<String> columns();

    /** The record's fields as PostgreSQL takes them: String, Integer, Long, Boolean, LocalDate, Instant, a List of String for
     *  {@code text[]}, {@link Json} for {@code jsonb}, or null. */
    List<?> values(R record);

    /** The record in the current row. */
    R read(ResultSet row) throws SQLException;
}
