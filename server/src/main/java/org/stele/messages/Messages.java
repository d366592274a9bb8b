package org.stele.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.language.Language;

/** The messages there are. What this has taken is durable when it answers. */
public final class Messages {

    /** In whose name what a sender does is written down: nobody's. */
    public static final String SENDER = "a sender";

    /** A message is taken back once. */
    private static final String WITHDRAWN = "withdrawn";

    private static final List<String> COLUMNS = List.of("id", "received_at", "channel", "origin_key", "language", "source_kind", "locator",
            "receipt", "told", "contact");
    private static final List<String> ITEM_COLUMNS = List.of("message", "item");
    private static final List<String> LINE_COLUMNS = List.of("id", "message", "at", "kind", "made_by", "words", "origin_key");

    private final JdbcClient sql;
    private final Changes changes;
    private final MessageKeys keys;
    private final Consents consents;
    private final ObjectProvider<MessageListener> listeners;

    Messages(DataSource source, Changes changes, MessageKeys keys, Consents consents, ObjectProvider<MessageListener> listeners) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.keys = keys;
        this.consents = consents;
        this.listeners = listeners;
    }

    /**
     * Takes a message in, with its consents, in one transaction. What was taken under the same key of the same channel before is the same
     * message: it stays as it first came, and the answer says so.
     *
     * @param by who answers for it: {@link #SENDER} for what people send themselves, an account, or a program
     */
    public Taken take(NewMessage message, String by) {
        return changes.make(by, "a message came by " + message.channel().code(), change -> {
            Optional<Long> known = change.sql().sql("select id from message where channel = :channel and origin_key = :key")
                    .param("channel", message.channel().code()).param("key", message.key()).query(Long.class).optional();
            return known.map(id -> new Taken(id, false)).orElseGet(() -> new Taken(write(change, message), true));
        });
    }

    private long write(Change change, NewMessage message) {
        long id = change.takeIds("message", 1);
        String receipt = message.receipt() == null ? null : message.receipt().digest();
        byte[] told = keys.seal(change, id, Compartment.CONFIDENTIAL, placeOf(id, "told"), message.telling().json());
        byte @Nullable [] contact = message.contact() == null ? null
                : keys.seal(change, id, Compartment.SOURCES, placeOf(id, "contact"), message.contact().json());
        change.append("message", COLUMNS, List.of(Arrays.asList(id, change.at(), message.channel().code(), message.key(),
                message.language().tag(), message.sourceKind(), message.locator(), receipt, told, contact)));
        change.append("message_item", ITEM_COLUMNS, message.items().stream().map(item -> List.of(id, item)).toList());
        List<Consent> said = message.consent().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> new Consent(id, each.getKey(), each.getValue() ? Consent.State.GIVEN : Consent.State.REFUSED)).toList();
        if (!said.isEmpty()) {
            consents.open(change, said);
        }
        Message taken = new Message(id, change.at(), message.channel(), message.language(), message.sourceKind(), message.locator(),
                contact != null || receipt != null);
        listeners.orderedStream().forEach(each -> each.taken(change, taken));
        return id;
    }

    public Optional<Message> find(long id) {
        return sql.sql("select *, contact is not null as reachable from message where id = :id").param("id", id)
                .query(Messages::read).optional();
    }

    /** The message of whoever holds the code. */
    public Optional<Message> by(Receipt receipt) {
        return sql.sql("select *, contact is not null as reachable from message where receipt = :digest").param("digest", receipt.digest())
                .query(Messages::read).optional();
    }

    /**
     * What a message tells, in the sender's words. Who asks was written down before, by the door or the caller.
     *
     * @return empty if it was lawfully erased
     * @throws org.stele.keys.LockedCompartment if this machine may take messages in but not read them
     */
    public Optional<Telling> telling(long id) {
        return sealed("told", id).flatMap(bytes -> keys.open(placeOf(id, "told"), bytes)).map(Telling::parse);
    }

    /** Who told, and how to reach them; empty if they want to stay unknown. Behind a permission of its own. */
    public Optional<Contact> contact(long id) {
        return sealed("contact", id).flatMap(bytes -> keys.open(placeOf(id, "contact"), bytes)).map(Contact::parse);
    }

    /** The conversation that followed, oldest first. */
    public List<Line> lines(long id) {
        return sql.sql("select * from message_line where message = :id order by id").param("id", id).query((row, n) -> {
            String words = keys.open(line(row.getLong("id")), row.getBytes("words")).orElse("");
            return new Line(row.getObject("at", OffsetDateTime.class).toInstant(), Line.Kind.of(row.getString("kind")),
                    row.getString("made_by"), words);
        }).list();
    }

    /** Somebody of the organisation asks the sender, who reads it by the receipt code. */
    public void ask(long id, String words, String by) {
        changes.make(by, "asked the sender of message " + id, change -> say(change, id, Line.Kind.QUESTION, by, words, null));
    }

    /**
     * The sender adds to what was told, or answers if something was asked since.
     *
     * @param key the sender's own mark for it: what is sent twice is one line
     */
    public void add(long id, String words, String key) {
        changes.make(SENDER, "the sender of message " + id + " wrote again", change -> {
            if (isSaid(change, id, key)) {
                return null;
            }
            boolean asked = change.sql().sql("select kind from message_line where message = :id order by id desc limit 1").param("id", id)
                    .query(String.class).optional().filter(Line.Kind.QUESTION.code()::equals).isPresent();
            return say(change, id, asked ? Line.Kind.ANSWER : Line.Kind.ADDITION, null, words, key);
        });
    }

    /** The sender sends files after the message. What is with the message already is not added twice. */
    public void attach(long id, List<Long> items) {
        List<Long> fresh = items.stream().distinct().filter(item -> !items(id).contains(item)).toList();
        changes.make(SENDER, "the sender of message " + id + " sent files", change -> {
            change.append("message_item", ITEM_COLUMNS, fresh.stream().map(item -> List.of(id, item)).toList());
            return null;
        });
    }

    /** Ids of the evidence items that came with a message or after it. */
    public List<Long> items(long id) {
        return sql.sql("select item from message_item where message = :id order by item").param("id", id).query(Long.class).list();
    }

    /** The sender takes the message back: every consent is withdrawn from now on. What was published before is not undone by it. */
    public void withdraw(long id, String words) {
        changes.make(SENDER, "the sender of message " + id + " takes it back", change -> {
            if (isSaid(change, id, WITHDRAWN)) {
                return null;
            }
            for (Use use : Use.values()) {
                consents.set(change, new Consent(id, use, Consent.State.WITHDRAWN));
            }
            return say(change, id, Line.Kind.WITHDRAWAL, null, words, WITHDRAWN);
        });
    }

    private @Nullable Void say(Change change, long id, Line.Kind kind, @Nullable String by, String words, @Nullable String key) {
        if (words.length() > Line.LONGEST) {
            throw new IllegalArgumentException("longer than " + Line.LONGEST + " characters");
        }
        long line = change.takeIds("message_line", 1);
        byte[] sealed = keys.seal(change, id, Compartment.CONFIDENTIAL, line(line), words.strip());
        change.append("message_line", LINE_COLUMNS, List.of(Arrays.asList(line, id, change.at(), kind.code(), by, sealed, key)));
        listeners.orderedStream().forEach(each -> each.said(change, id, kind));
        return null;
    }

    private static boolean isSaid(Change change, long id, String key) {
        return change.sql().sql("select exists (select from message_line where message = :id and origin_key = :key)").param("id", id)
                .param("key", key).query(Boolean.class).single();
    }

    /** Whether the sender has taken the message back. */
    public boolean isWithdrawn(long id) {
        return sql.sql("select exists (select from message_line where message = :id and kind = :kind)").param("id", id)
                .param("kind", Line.Kind.WITHDRAWAL.code()).query(Boolean.class).single();
    }

    private Optional<byte[]> sealed(String column, long id) {
        return sql.sql("select %1$s from message where id = :id and %1$s is not null".formatted(column)).param("id", id)
                .query(byte[].class).optional();
    }

    private static String placeOf(long id, String column) {
        return "message|" + id + "|" + column;
    }

    private static String line(long id) {
        return "message_line|" + id + "|words";
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(row.getLong("id"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Channel.of(row.getString("channel")), Language.ofTag(row.getString("language")), row.getString("source_kind"),
                row.getString("locator"), row.getBoolean("reachable") || row.getString("receipt") != null);
    }
}
