package org.stele.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;

/**
 * The chain of custody: what was done with originals and their copies; added to, never changed. Who, when and why are those of the
 * {@link Change} that an event is written in, so that none can be without.
 */
public final class Custody {

    private static final String TABLE = "custody_event";
    private static final List<String> COLUMNS = List.of("id", "change", "blob", "item", "act", "premis", "location", "good", "detail");
    private static final String SELECT = "select e.*, c.at, c.made_by, c.reason from custody_event e join change c on c.number = e.change ";

    private final JdbcClient sql;

    public Custody(DataSource source) {
        this.sql = JdbcClient.create(source);
    }

    /** One event to be written.
     *  @see CustodyEvent for what the parts mean */
    public record Entry(long blob, @Nullable Long item, Act act, @Nullable String location, boolean good, String detail) {
        /** Something done to an item that came out well. */
        public static Entry of(long blob, long item, Act act, String detail) {
            return new Entry(blob, item, act, null, true, detail);
        }
    }

    /**
     * Adds events to the chain; they are durable when the change is.
     *
     * @return the number of the first, the others follow one by one; 0 for none
     */
    public long add(Change change, List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        long first = change.takeIds(TABLE, entries.size());
        List<List<?>> rows = new ArrayList<>();
        for (Entry each : entries) {
            rows.add(Arrays.asList(first + rows.size(), change.number(), each.blob(), each.item(), each.act().code(), each.act().premis(),
                    each.location(), each.good(), each.detail()));
        }
        change.append(TABLE, COLUMNS, rows);
        return first;
    }

    /** The same for one; returns its number. */
    public long add(Change change, Entry entry) {
        return add(change, List.of(entry));
    }

    public Optional<CustodyEvent> event(long id) {
        return sql.sql(SELECT + "where e.id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The chain of an item: what was done to it and to the bytes it has, oldest first. */
    public List<CustodyEvent> of(long item, long blob) {
        return sql.sql(SELECT + "where e.blob = :blob and (e.item = :item or e.item is null) order by e.id")
                .param("blob", blob).param("item", item).query((row, n) -> read(row)).list();
    }

    /** What was done to a blob, whichever item has it, oldest first. */
    public List<CustodyEvent> of(long blob) {
        return sql.sql(SELECT + "where e.blob = :blob order by e.id").param("blob", blob).query((row, n) -> read(row)).list();
    }

    private static CustodyEvent read(ResultSet row) throws SQLException {
        long item = row.getLong("item");
        @Nullable Long done = row.wasNull() ? null : item;
        return new CustodyEvent(row.getLong("id"), row.getLong("blob"), done, Act.of(row.getString("act")),
                row.getString("location"), row.getBoolean("good"), row.getString("detail"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("made_by"), row.getString("reason"));
    }
}
