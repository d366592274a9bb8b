package org.stele.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Items;
import org.stele.evidence.Reference;
import org.stele.history.Change;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.messages.Message;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.Source;
import org.stele.register.Sources;
import org.stele.register.Standing;
import org.stele.register.Statement;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;

/** Writes into the register what was decided. */
record Recording(Victims victims, Incidents incidents, Sources sources, Statements statements, Items items) {

    /** The day a change belongs to, by which reports count: by universal time, as every other day of the register. */
    static LocalDate day(Change change) {
        return LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
    }

    /** Opens the incident or brings it up to date. @return its id */
    long incident(Change change, @Nullable Long id, Incident found) {
        LocalDate on = id == null ? null : incidents.current(id).map(Version::record).map(Incident::documentedOn).orElse(null);
        Incident next = found.documented(on == null ? day(change) : on);
        if (id == null) {
            return incidents.open(change, List.of(next));
        }
        Version<Incident> now = incidents.current(id).orElseThrow();
        if (!now.record().equals(next)) {
            incidents.revise(change, List.of(new Revision<>(id, now.number(), next)));
        }
        return id;
    }

    /** Opens the victim or brings it up to date; who is documented already stays so since that day. @return its id */
    long documented(Change change, @Nullable Long id, Victim found, @Nullable Long incident) {
        LocalDate on = id == null ? null : victims.current(id).map(Version::record).map(Victim::documentedOn).orElse(null);
        return victim(change, id, found.in(incident).with(new Standing.Documented(on == null ? day(change) : on)));
    }

    /** Records a person who is not counted, for a reason. @return its id */
    long excluded(Change change, @Nullable Long id, Victim found, @Nullable Long incident, String reason) {
        return victim(change, id, found.in(incident).with(new Standing.Excluded(reason, day(change))));
    }

    private long victim(Change change, @Nullable Long id, Victim next) {
        if (id == null) {
            return victims.open(change, List.of(next));
        }
        Version<Victim> now = victims.current(id).orElseThrow();
        if (!now.record().equals(next)) {
            victims.revise(change, List.of(new Revision<>(id, now.number(), next)));
        }
        return id;
    }

    /**
     * Keeps with the register that a message tells of a record. The statement points to the message, whose words stay encrypted where they
     * are; one that stands already is not added again.
     */
    void statement(Change change, Message message, Told told, @Nullable Long victim, @Nullable Long incident) {
        long source = source(change, message);
        String key = told.person() + (victim == null ? " of incident " + incident : " of victim " + victim);
        boolean there = change.sql().sql("select exists (select from statement where source = :source and key = :key)")
                .param("source", source).param("key", key).query(Boolean.class).single();
        if (!there) {
            statements.add(change, List.of(new Statement(statements.takeIds(change, 1), source, victim, incident, change.at(),
                    name(message.id()) + (told.person() < 0 ? "" : ", person " + (told.person() + 1)), key,
                    "{\"message\":\"%d\",\"person\":\"%d\"}".formatted(message.id(), told.person() + 1))));
        }
    }

    /** Attaches what came with a message to the incident. */
    void attach(Change change, long item, long incident) {
        items.attach(change, item, Reference.incident(incident));
    }

    /** Each message is a source of its own: whether two of them are one is an assessment, and may change. */
    private long source(Change change, Message message) {
        Optional<Long> known = change.sql().sql("select id from source where name = :name and recorded_to = 'infinity'")
                .param("name", name(message.id())).query(Long.class).optional();
        return known.orElseGet(() -> sources.open(change, List.of(new Source(message.sourceKind(), name(message.id()), true, null))));
    }

    static String name(long message) {
        return "message " + message;
    }
}
