package org.stele.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.Held;
import org.stele.inspection.Inspection;
import org.stele.inspection.Inspector;
import org.stele.inspection.PictureHash;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.SealedFields;
import org.stele.vault.Blob;

/**
 * The looks at items that were recorded. What a file says of itself, and what was found in it, is sealed with the key of the item's
 * compartment, and opens for this item and this look only. Perceptual hashes stay readable, for they are searched; they go with the
 * rest when an item is forgotten.
 */
public final class Inspections {
    private static final String TABLE = "inspection";
    private static final List<String> COLUMNS = List.of("id", "change", "item", "blob", "tool", "type", "claimed_type", "quality", "hashes", "stills", "notes",
            "isolation", "milliseconds");

    private final JdbcClient sql;
    private final Supplier<Keyring> keys;

    /** @param keys opened when there is first something to seal or to open */
    Inspections(DataSource source, Supplier<Keyring> keys) {
        this.sql = JdbcClient.create(source);
        this.keys = keys;
    }

    /**
     * The latest look at an item; empty if it waits for its first.
     *
     * @throws org.stele.keys.LockedCompartment if the key is not on this machine
     */
    public Optional<Seen> latest(long item) {
        return sql.sql("""
                select i.*, c.at, b.compartment from inspection i join change c on c.number = i.change join blob b on b.id = i.blob
                where i.item = :item order by i.id desc limit 1""").param("item", item).query((row, n) -> seen(row)).optional();
    }

    /** Of an item that was looked at, the fingerprint if it is a picture, those of its stills if it is a film; needs no key. */
    public List<Fingerprint> fingerprints(long item) {
        return sql.sql("select quality, hashes, stills from inspection where item = :item order by id desc limit 1").param("item", item)
                .query((row, n) -> prints(row)).optional().orElse(List.of());
    }

    /**
     * Erases, within a lawful erasure, all that was ever found by looking at an item: what its file says of itself, what is wrong with it,
     * and its hashes, by which it is found no more. That it was looked at, when and by what, stays, with the mark of the erasure.
     */
    public void forget(Change change, long item) {
        Map<String, @Nullable String> gone = new HashMap<>();
        Arrays.asList("claimed_type", "quality", "hashes", "stills", "notes").forEach(column -> gone.put(column, null));
        change.sql().sql("select id from inspection where item = :item and notes is not null order by id").param("item", item).query(Long.class).list()
                .forEach(id -> change.erase(TABLE, List.of(id), gone));
    }

    long add(Change change, long item, Blob blob, Inspection found) {
        long id = change.takeIds(TABLE, 1);
        Fingerprint print = found.fingerprint();
        byte[] notes = fields(blob.compartment()).seal(Notes.of(found).text(), place(item, id));
        change.append(TABLE, COLUMNS, List.of(Arrays.asList(id, change.number(), item, blob.id(), Inspector.TOOL, clean(found.type()),
                found.claimedType() == null ? null : clean(found.claimedType()), print == null ? null : print.quality(), print == null ? null : text(print),
                found.stills().isEmpty() ? null : StillPrints.bytes(found.stills()), notes, found.isolation().text(), found.took().toMillis())));
        return id;
    }

    private Seen seen(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long item = row.getLong("item");
        byte[] sealed = row.getBytes("notes");
        byte[] stills = row.getBytes("stills");
        Notes notes = sealed == null ? Notes.NONE : Notes.read(fields(row.getString("compartment")).open(sealed, place(item, id)));
        return new Seen(id, item, row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("type"), row.getString("claimed_type"),
                notes.claims(), notes.findings(), notes.members(), print(row), stills == null ? 0 : StillPrints.count(stills), Held.parse(row.getString("isolation")), sealed == null);
    }

    private SealedFields fields(String compartment) {
        return keys.get().fields(Compartment.of(compartment));
    }

    /** Bound to the item too, so that one item's words cannot be shown as another's. */
    private static SealedFields.Place place(long item, long id) {
        return new SealedFields.Place(TABLE, "notes of item " + item, id);
    }

    private static String text(Fingerprint print) {
        return print.hashes().stream().map(PictureHash::toString).collect(Collectors.joining(" "));
    }

    static List<Fingerprint> prints(ResultSet row) throws SQLException {
        byte[] stills = row.getBytes("stills");
        Fingerprint print = print(row);
        return stills != null ? StillPrints.read(stills) : print != null ? List.of(print) : List.of();
    }

    private static @Nullable Fingerprint print(ResultSet row) throws SQLException {
        String hashes = row.getString("hashes");
        return hashes == null ? null : new Fingerprint(Arrays.stream(hashes.split(" ")).map(PictureHash::parse).toList(), row.getInt("quality"));
    }

    /** The database keeps every character but this one. */
    private static String clean(String text) {
        return text.replace("\0", "‹U+0000›");
    }
}
