package org.stele.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.inspection.Inspection;
import org.stele.inspection.Inspector;
import org.stele.inspection.Original;
import org.stele.inspection.Region;
import org.stele.inspection.Still;
import org.stele.inspection.View;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.Vault;

/**
 * Looks at the bytes of items, and keeps what it found and what it made of them. Which items wait for a look is read from the register
 * itself, so that none is forgotten, whatever ends when: what is not recorded as looked at is looked at again.
 */
public final class Looking {
    static final String BY = "stele";
    private static final String REASON = "what the file shows itself to be, found out on its receipt";

    private static final String THUMBNAIL = "thumbnail, ";
    private static final String STILL = "still, ";

    private final JdbcClient sql;
    private final Inspections inspections;
    private final Changes changes;
    private final Vault vault;
    private final Custody custody;
    private final Items items;
    private final Receiving receiving;
    private final Inspector inspector;
    private long allSeenBelow = 1;

    Looking(DataSource source, Changes changes, Vault vault, Custody custody, Items items, Receiving receiving, Inspections inspections,
            Inspector inspector) {
        this.sql = JdbcClient.create(source);
        this.inspections = inspections;
        this.changes = changes;
        this.vault = vault;
        this.custody = custody;
        this.items = items;
        this.receiving = receiving;
        this.inspector = inspector;
    }

    /** Originals that were never looked at, the oldest first.
     *  @param above only those with a greater number */
    public synchronized List<Long> waiting(long above, int most) {
        long newest = sql.sql("select coalesce(max(id), 0) from evidence_item").query(Long.class).single();
        List<Long> found = sql.sql("""
                select id from evidence_item e where recorded_to = 'infinity' and original is null and id > :above and id >= :from
                and not exists (select from inspection i where i.item = e.id) order by id limit :most
                """).param("above", above).param("from", allSeenBelow).param("most", most).query(Long.class).list();
        if (above < allSeenBelow) {
            // Numbers are given in the order of commits: below the first that waits, none will come to wait.
            allSeenBelow = found.isEmpty() ? newest + 1 : found.getFirst();
        }
        return found;
    }

    /**
     * Looks at an item: that it is read for this is recorded before it is, then what was found, a thumbnail, stills and a text. What the file has
     * wrong with it is found and recorded, too.
     *
     * @throws IOException if the bytes cannot be read; nothing is recorded as found then
     * @throws org.stele.keys.LockedCompartment if the key is not on this machine
     * @throws Items.NoSuchItem if there is none
     */
    public Seen look(long item, String by, String reason) throws IOException {
        Version<Item> version = items.current(item);
        Blob blob = items.blob(version.record());
        Inspection found = inspector.inspect(begin(version, blob, Act.INSPECTED, by, reason), name(item));
        View small = found.thumbnail();
        if (small != null) {
            keep(item, Form.PHOTO, "thumbnail", THUMBNAIL + small.how(), small.bytes());
        }
        for (Still still : found.stills()) {
            View view = still.view();
            if (view != null) {
                keep(item, Form.PHOTO, "still at " + still.second() / 60 + ":" + String.format(Locale.ROOT, "%02d", still.second() % 60), STILL + view.how(), view.bytes());
            }
        }
        String text = found.text();
        if (text != null && !text.isBlank() && !found.type().equals("text/plain")) {
            keep(item, Form.DOCUMENT, "text", "text without markup, " + Inspector.TOOL, text.getBytes(StandardCharsets.UTF_8));
        }
        changes.make(by, reason, change -> inspections.add(change, item, blob, found));
        return inspections.latest(item).orElseThrow();
    }

    /** The same, as the program does by itself. */
    Seen look(long item) throws IOException {
        return look(item, BY, REASON);
    }

    /** What the latest look at an item found; empty if it still waits for one.
     *  @throws org.stele.keys.LockedCompartment if the key is not on this machine */
    public Optional<Seen> seen(long item) {
        return inspections.latest(item);
    }

    /**
     * Makes a copy of a picture with regions blacked out, as an item of its own that points to the original.
     *
     * @param regions in pixels of the picture as it is shown
     * @throws Inspector.Impossible with the reason where it cannot be made; nothing is kept then
     * @throws IOException if the bytes cannot be read
     */
    public Received redact(long item, List<Region> regions, String by, String reason) throws IOException, Inspector.Impossible {
        if (reason.isBlank()) {
            throw new Unsound(Map.of("reason", Fault.of("missing.reason.redact")));
        }
        Version<Item> version = items.current(item);
        View made = inspector.blackOut(begin(version, items.blob(version.record()), Act.READ, by, reason), regions);
        return receiving.derive(new Derivative(item, Form.PHOTO, "redacted copy", "redacted copy, " + made.how(), by, reason),
                new ByteArrayInputStream(made.bytes()));
    }

    /** Records that the bytes are read, before they are. */
    private Original begin(Version<Item> item, Blob blob, Act act, String by, String reason) throws IOException {
        // Fails where the key is not here, and then nothing was read and nothing is recorded.
        vault.open(blob).close();
        changes.make(by, reason, change -> custody.add(change, Custody.Entry.of(blob.id(), item.id(), act, Inspector.TOOL + ", " + blob.length() + " bytes")));
        return () -> Channels.newInputStream(vault.open(blob));
    }

    private String name(long item) {
        return items.provenances(item).stream().map(each -> each.record().fileName()).filter(each -> each != null).findFirst().orElse("");
    }

    /** Keeps what was made, unless a look that was broken off has already kept the same. */
    private void keep(long item, Form form, String title, String how, byte[] bytes) throws IOException {
        boolean there = items.madeFrom(item).stream().map(Version::record).anyMatch(each -> how.equals(each.madeHow()));
        if (!there) {
            receiving.derive(new Derivative(item, form, title, how, BY, REASON), new ByteArrayInputStream(bytes));
        }
    }

    /** The thumbnail of an item, of a film its first still, if one was made. */
    public Optional<Version<Item>> thumbnail(long item) {
        return items.madeFrom(item).stream().filter(each -> isView(each.record())).findFirst();
    }

    /** Whether this program itself made it, and a browser may show it. */
    static boolean isView(Item item) {
        return item.madeHow() != null && (item.madeHow().startsWith(THUMBNAIL) || item.madeHow().startsWith(STILL));
    }
}
