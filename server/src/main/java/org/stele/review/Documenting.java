package org.stele.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.codebook.Codebook;
import org.stele.history.Change;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;
import org.stele.messages.Consent;
import org.stele.messages.Consents;
import org.stele.messages.Message;
import org.stele.messages.Messages;
import org.stele.messages.Telling;
import org.stele.messages.Use;
import org.stele.register.Incident;
import org.stele.register.Victim;

/** What the steps of a case do beyond the case itself: drafts, the gate, the register, and two cases that turn out to be one. */
final class Documenting {

    private final JdbcClient sql;
    private final Versions versions;
    private final ObjectProvider<Messages> messages;
    private final Consents consents;
    private final Recording recording;

    Documenting(DataSource source, Versions versions, ObjectProvider<Messages> messages, Consents consents, Recording recording) {
        this.sql = JdbcClient.create(source);
        this.versions = versions;
        this.messages = messages;
        this.consents = consents;
        this.recording = recording;
    }

    /** Opens findings with what the messages say beyond doubt, if there are none yet. */
    void begin(Change change, CaseFile file) {
        if (file.incident().isPresent()) {
            return;
        }
        Incident incident = null;
        List<Told> ofIncident = new ArrayList<>();
        List<Finding<Victim>> victims = new ArrayList<>();
        for (long message : file.messages()) {
            Telling telling = messages.getObject().telling(message).orElseGet(() -> Telling.words("-"));
            incident = incident == null ? Drafts.incident(telling) : incident;
            ofIncident.add(new Told(message, -1));
            List<Victim> told = Drafts.victims(telling);
            for (int person = 0; person < told.size(); person++) {
                victims.add(new Finding<>(file.id(), null, told.get(person), Map.of(), List.of(new Told(message, person)), false));
            }
        }
        Incident begun = incident == null ? Drafts.incident(Telling.words("-")) : incident;
        change.open(FindingRows.INCIDENTS, List.of(new Finding<>(file.id(), null, begun, Map.of(), ofIncident, false)));
        if (!victims.isEmpty()) {
            change.open(FindingRows.VICTIMS, victims);
        }
    }

    List<Obstacle> obstacles(CaseFile file, Codebook codebook) {
        Map<Long, Assessment> assessments = new HashMap<>();
        file.assessments().forEach((message, each) -> assessments.put(message, each.record()));
        Set<Long> refused = new HashSet<>();
        Set<Long> pictured = new HashSet<>();
        for (long message : file.messages()) {
            if (consents.of(message).stream().anyMatch(each -> each.record().use() == Use.VERIFY && each.record().state() != Consent.State.GIVEN)) {
                refused.add(message);
            }
            if (pictured(message)) {
                pictured.add(message);
            }
        }
        List<Gate.Person> persons = file.victims().stream().map(each -> person(each.record(), file.messages())).toList();
        return new Gate(codebook.counting().verification(), assessments, refused, pictured).obstacles(file.current().record().matter(), persons);
    }

    private Gate.Person person(Finding<Victim> finding, List<Long> messages) {
        if (finding.record() == null) {
            return new Gate.Person(finding.content(), finding.told(), 0, false);
        }
        List<String> ours = messages.stream().map(Recording::name).toList();
        int earlier = sql.sql("""
                select count(distinct statement.source)::int from statement join source on source.id = statement.source and source.recorded_to = 'infinity'
                 where statement.victim = :victim and source.name <> all(:ours)""")
                .param("victim", finding.record()).param("ours", ours.toArray(String[]::new)).query(Integer.class).single();
        boolean shown = sql.sql("""
                select exists (select from attachment join evidence_item on evidence_item.id = attachment.item and evidence_item.recorded_to = 'infinity'
                 where attachment.subject = 'victim:' || :victim and attachment.recorded_to = 'infinity' and not withdrawn and form in ('photo', 'video'))""")
                .param("victim", finding.record()).query(Boolean.class).single();
        return new Gate.Person(finding.content(), finding.told(), earlier, shown);
    }

    private boolean pictured(long message) {
        return sql.sql("""
                select exists (select from message_item join evidence_item on evidence_item.id = item and recorded_to = 'infinity'
                 where message = :message and form in ('photo', 'video'))""").param("message", message).query(Boolean.class).single();
    }

    /** Writes what was found into the register. @return id of the incident */
    long document(Change change, CaseFile file) {
        Version<Finding<Incident>> incident = file.incident().orElseThrow();
        long id = recording.incident(change, incident.record().record(), incident.record().content());
        change.revise(FindingRows.INCIDENTS, List.of(new Revision<>(incident.id(), incident.number(), incident.record().recordedAs(id))));
        incident.record().told().forEach(told -> recording.statement(change, message(told), told, null, id));
        List<Revision<Finding<Victim>>> recorded = new ArrayList<>();
        for (Version<Finding<Victim>> each : file.victims()) {
            long victim = recording.documented(change, each.record().record(), each.record().content(), id);
            each.record().told().forEach(told -> recording.statement(change, message(told), told, victim, null));
            recorded.add(new Revision<>(each.id(), each.number(), each.record().recordedAs(victim)));
        }
        change.revise(FindingRows.VICTIMS, recorded);
        file.messages().forEach(message -> messages.getObject().items(message).forEach(item -> recording.attach(change, item, id)));
        return id;
    }

    /** Records every person found as not counted, for a reason: excluded is not dropped (design, invariant 9). */
    void exclude(Change change, CaseFile file, String reason) {
        Long incident = file.current().record().incident();
        List<Revision<Finding<Victim>>> recorded = new ArrayList<>();
        for (Version<Finding<Victim>> each : file.victims()) {
            long victim = recording.excluded(change, each.record().record(), each.record().content(), incident, reason);
            each.record().told().forEach(told -> recording.statement(change, message(told), told, victim, null));
            recorded.add(new Revision<>(each.id(), each.number(), each.record().recordedAs(victim)));
        }
        change.revise(FindingRows.VICTIMS, recorded);
    }

    private Message message(Told told) {
        return messages.getObject().find(told.message()).orElseThrow();
    }

    /** The messages of a case that repeats another one belong to that one from now on. */
    void join(Change change, CaseFile from, long into) {
        move(change, "select id from case_message where case_id = :id and recorded_to = 'infinity'", from.id(), into);
    }

    /** Messages that had gone to the case that this one seemed to repeat come back, and its findings speak of them no more. */
    void reopen(Change change, CaseFile file) {
        Long other = file.current().record().duplicateOf();
        if (other == null) {
            return;
        }
        move(change, """
                select now.id from case_message now
                 where now.recorded_to = 'infinity' and now.case_id <> :id
                   and exists (select from case_message before where before.id = now.id and before.version = now.version - 1 and before.case_id = :id)""",
                file.id(), file.id());
        Set<Long> back = sql.sql("select message from case_message where case_id = :id and recorded_to = 'infinity'").param("id", file.id())
                .query(Long.class).stream().collect(Collectors.toSet());
        CaseFile was = new CaseFile(sql, versions, other);
        forget(change, FindingRows.VICTIMS, was.victims(), back);
        forget(change, FindingRows.INCIDENTS, was.incident().stream().toList(), back);
    }

    private <R> void forget(Change change, FindingRows<R> rows, List<Version<Finding<R>>> findings, Set<Long> messages) {
        change.revise(rows, findings.stream().filter(each -> each.record().told().stream().anyMatch(told -> messages.contains(told.message())))
                .map(each -> new Revision<>(each.id(), each.number(), each.record().toldBy(each.record().told().stream()
                        .filter(told -> !messages.contains(told.message())).toList()))).toList());
    }

    private void move(Change change, String which, long id, long into) {
        List<Long> ids = sql.sql(which).param("id", id).query(Long.class).list();
        change.revise(CaseFile.MESSAGES, versions.current(CaseFile.MESSAGES, ids).stream()
                .map(each -> new Revision<>(each.id(), each.number(), new CaseMessageRows.Row(into, each.record().message()))).toList());
    }
}
