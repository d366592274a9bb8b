package org.stele.evidence;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Blobs;
import org.stele.vault.Custody;
import org.stele.vault.CustodyEvent;

/** The items there are and what is known of them. Bytes are given out by {@link Reading} alone. */
public final class Items {

    static final ItemRows ITEMS = new ItemRows();
    static final ProvenanceRows PROVENANCES = new ProvenanceRows();
    static final AttachmentRows ATTACHMENTS = new AttachmentRows();

    private final JdbcClient sql;
    private final Changes changes;
    private final Versions versions;
    private final Blobs blobs;
    private final Custody custody;

    Items(DataSource source, Changes changes, Versions versions, Blobs blobs, Custody custody) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.versions = versions;
        this.blobs = blobs;
        this.custody = custody;
    }

    public Optional<Version<Item>> find(long id) {
        return versions.current(ITEMS, id);
    }

    /** @throws NoSuchItem if there is none */
    public Version<Item> current(long id) {
        return find(id).orElseThrow(() -> new NoSuchItem(id));
    }

    /** The bytes an item has, as the vault knows them. */
    public Blob blob(Item item) {
        return blobs.find(item.blob()).orElseThrow();
    }

    /** Where an item came from, once for each time it came; what was corrected, as corrected. */
    public List<Version<Provenance>> provenances(long item) {
        List<Long> ids = sql.sql("select id from provenance where item = :item and recorded_to = 'infinity' order by id").param("item", item)
                .query(Long.class).list();
        return versions.current(PROVENANCES, ids).stream().map(each -> new Version<>(each.id(), each.number(), each.from(), each.to(), each.by(),
                each.reason(), each.record().provenance())).toList();
    }

    /** The records an item bears on. */
    public List<Reference> attachments(long item) {
        return sql.sql("select subject from attachment where item = :item and recorded_to = 'infinity' and not withdrawn order by id")
                .param("item", item).query(String.class).list().stream().map(Reference::of).toList();
    }

    /** The items attached to a record as it was known at a moment, in the order they came. */
    public List<Version<Item>> attachedTo(Reference subject, Moment moment) {
        List<Long> ids = sql.sql("""
                select distinct item from attachment where subject = :subject and recorded_from <= :at and :at < recorded_to and not withdrawn
                """).param("subject", subject.toString()).param("at", moment.at().atOffset(ZoneOffset.UTC)).query(Long.class).list();
        return versions.current(ITEMS, ids);
    }

    /** What was made from an item. */
    public List<Version<Item>> madeFrom(long item) {
        return versions.current(ITEMS, sql.sql("select id from evidence_item where original = :item and recorded_to = 'infinity' order by id")
                .param("item", item).query(Long.class).list());
    }

    /** Numbers of the items that have these bytes: of things made from originals, several may. */
    List<Long> having(long blob) {
        return sql.sql("select id from evidence_item where blob = :blob and recorded_to = 'infinity' order by id").param("blob", blob).query(Long.class).list();
    }

    /** The chain of custody of an item, oldest first. */
    public List<CustodyEvent> chain(Version<Item> item) {
        return custody.of(item.id(), item.record().blob());
    }

    /**
     * Originals, the latest first.
     *
     * @param below only those with a smaller number; 0 for the latest
     */
    public List<Version<Item>> latest(long below, int most) {
        List<Long> ids = sql.sql("""
                select id from evidence_item where recorded_to = 'infinity' and original is null and (:below = 0 or id < :below) order by id desc limit :most
                """).param("below", below).param("most", most).query(Long.class).list();
        return versions.current(ITEMS, ids).reversed();
    }

    /** How many originals there are. */
    public long count() {
        return sql.sql("select count(*) from evidence_item where recorded_to = 'infinity' and original is null").query(Long.class).single();
    }

    /** Attaches an item to a record.
     *  @return whether it was not attached before */
    public boolean attach(long item, Reference subject, String by, String reason) {
        return changes.make(by, reason, change -> attach(change, item, subject));
    }

    /** The same as part of a change that does more. */
    public boolean attach(Change change, long item, Reference subject) {
        Item record = current(item).record();
        boolean fresh = !attach(change, item, List.of(subject)).isEmpty();
        if (fresh) {
            custody.add(change, Custody.Entry.of(record.blob(), item, Act.DESCRIBED, "attached to " + subject));
        }
        return fresh;
    }

    /** Takes an attachment back; that it was there stays in the history.
     *  @return whether it was attached */
    public boolean detach(long item, Reference subject, String by, String reason) {
        Item record = current(item).record();
        return changes.make(by, reason, change -> {
            List<Version<Attachment>> there = attached(item).stream().filter(each -> each.record().subject().equals(subject)).toList();
            change.revise(ATTACHMENTS, there.stream().map(each -> new Revision<>(each.id(), each.number(), new Attachment(item, subject, true))).toList());
            if (!there.isEmpty()) {
                custody.add(change, Custody.Entry.of(record.blob(), item, Act.DESCRIBED, "no longer attached to " + subject));
            }
            return !there.isEmpty();
        });
    }

    /** Changes what is said of an item itself.
     *  @param expected number of the version that the decision was made on */
    public void describe(long item, int expected, Form form, @Nullable String title, boolean confidential, String by, String reason) {
        Item now = current(item).record();
        Item next = new Item(now.blob(), form, title, confidential, now.original(), now.madeHow());
        changes.make(by, reason, change -> {
            change.revise(ITEMS, List.of(new Revision<>(item, expected, next)));
            return custody.add(change, Custody.Entry.of(now.blob(), item, Act.DESCRIBED, confidential == now.confidential() ? "form or title"
                    : confidential ? "confidential from now on" : "no longer confidential"));
        });
    }

    /** Attaches within a change what is not attached yet, and returns that. */
    List<Reference> attach(Change change, long item, List<Reference> subjects) {
        List<Reference> there = attached(item).stream().map(each -> each.record().subject()).toList();
        List<Reference> fresh = new ArrayList<>(subjects.stream().distinct().toList());
        fresh.removeAll(there);
        if (!fresh.isEmpty()) {
            change.open(ATTACHMENTS, fresh.stream().map(each -> new Attachment(item, each, false)).toList());
        }
        return fresh;
    }

    /** The originals that have these bytes, by the number of the blob. */
    Map<Long, Version<Item>> originalsOf(List<Blob> having) {
        List<Long> ids = sql.sql("select id from evidence_item where blob = any(:blobs) and original is null and recorded_to = 'infinity'")
                .param("blobs", having.stream().map(Blob::id).toArray(Long[]::new)).query(Long.class).list();
        return versions.current(ITEMS, ids).stream().collect(Collectors.toMap(each -> each.record().blob(), each -> each));
    }

    private List<Version<Attachment>> attached(long item) {
        List<Long> ids = sql.sql("select id from attachment where item = :item and recorded_to = 'infinity' and not withdrawn").param("item", item)
                .query(Long.class).list();
        return versions.current(ATTACHMENTS, ids);
    }

    /** Thrown where an item is asked for that is not there. */
    public static final class NoSuchItem extends RuntimeException {
        NoSuchItem(long id) {
            super("There is no evidence item " + id + ". 'stele evidence list' shows those there are.");
        }
    }

}
