package org.stele.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stele.access.Permission;
import org.stele.access.Reader;
import org.stele.codebook.Codebook;
import org.stele.evidence.Items;
import org.stele.evidence.Shelf;
import org.stele.history.Version;
import org.stele.keys.LockedCompartment;
import org.stele.messages.Consents;
import org.stele.messages.Message;
import org.stele.messages.Messages;
import org.stele.messages.Telling;
import org.stele.page.Page;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import org.stele.register.Facts;
import org.stele.register.RecordWords;
import org.stele.register.Victim;
import org.stele.review.CaseView.Form;
import org.stele.review.CaseView.IncidentView;
import org.stele.review.CaseView.MessageView;
import org.stele.review.CaseView.PersonView;

/** Gathers what the page of a case shows. */
@Component
class CaseShelf {

    private final Cases cases;
    private final ObjectProvider<Messages> messages;
    private final Consents consents;
    private final Items items;
    private final Shelf shelf;
    private final Codebooks codebooks;
    private final Places places;

    CaseShelf(Cases cases, ObjectProvider<Messages> messages, Consents consents, Items items, Shelf shelf, Codebooks codebooks, Places places) {
        this.cases = cases;
        this.messages = messages;
        this.consents = consents;
        this.items = items;
        this.shelf = shelf;
        this.codebooks = codebooks;
        this.places = places;
    }

    /** A form that was refused: shown again as it was sent. */
    record Refused(long finding, Form form) {
    }

    Codebook codebook() {
        return codebooks.inForce().orElseThrow(() -> new IllegalStateException("No codebook is in force")).record().codebook();
    }

    Places places() {
        return places;
    }

    CaseView view(long id, Page page, Reader reader, @Nullable Refused refused) {
        CaseFile file = cases.file(id);
        Case now = file.current().record();
        List<Message> all = file.messages().stream().map(message -> messages.getObject().find(message)).flatMap(Optional::stream).toList();
        Map<Long, Optional<Telling>> tellings = all.stream().collect(Collectors.toMap(Message::id, message -> telling(message.id())));
        RecordWords words = new RecordWords(page, codebook(), places.gazetteer());
        boolean working = now.state() == CaseState.VERIFYING && reader.name().equals(now.assignee()) && reader.may(Permission.WORK_CASES);
        List<String> obstacles = now.state() == CaseState.VERIFYING || now.state() == CaseState.PROPOSED
                ? cases.obstacles(id).stream().map(each -> say(each, page)).toList() : List.of();
        Map<Long, Version<Assessment>> assessments = file.assessments();
        return new CaseView(file.current(), file.steps(), incident(file, words, refused), persons(file, tellings, words, refused),
                all.stream().map(message -> message(message, tellings, assessments, page, reader)).toList(), obstacles, working);
    }

    static String say(Obstacle obstacle, Page page) {
        return page.say("review.obstacle." + obstacle.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                obstacle.parameters().toArray());
    }

    private @Nullable IncidentView incident(CaseFile file, RecordWords words, @Nullable Refused refused) {
        return file.incident().map(each -> new IncidentView(each.id(), each.number(), Facts.of(each.record().content(), words),
                form(each.id(), IncidentForm.write(each.record().content()), refused), refused != null && refused.finding() == each.id())).orElse(null);
    }

    private List<PersonView> persons(CaseFile file, Map<Long, Optional<Telling>> tellings, RecordWords words, @Nullable Refused refused) {
        List<PersonView> persons = new ArrayList<>();
        Function<Long, Optional<Telling>> of = message -> tellings.getOrDefault(message, Optional.empty());
        for (Version<Finding<Victim>> each : file.victims()) {
            Victim found = each.record().content();
            persons.add(new PersonView(persons.size() + 1, each.id(), each.number(), words.name(found), each.record(),
                    Comparison.of(found, each.record().told(), of, words), form(each.id(), fields(each.record()), refused),
                    refused != null && refused.finding() == each.id()));
        }
        return persons;
    }

    private static Map<String, List<String>> fields(Finding<Victim> finding) {
        Map<String, List<String>> fields = VictimForm.write(finding.content());
        finding.grounds().forEach((field, words) -> fields.put(CasePages.GROUND + field, List.of(words)));
        fields.put("told", finding.told().stream().map(told -> told.message() + ":" + told.person()).toList());
        return fields;
    }

    private static Form form(long finding, Map<String, List<String>> fields, @Nullable Refused refused) {
        return refused != null && refused.finding() == finding ? refused.form() : new Form(fields, Map.of(), "");
    }

    private MessageView message(Message message, Map<Long, Optional<Telling>> tellings, Map<Long, Version<Assessment>> assessments, Page page,
            Reader reader) {
        Optional<Telling> telling = tellings.get(message.id());
        Version<Assessment> assessed = assessments.get(message.id());
        return new MessageView(message, telling.orElse(null), telling.isEmpty() ? List.of() : messages.getObject().lines(message.id()),
                shelf.cards(messages.getObject().items(message.id()).stream().map(items::current).toList(), page, reader), consents.of(message.id()),
                assessed == null ? Assessment.none(message.id()) : assessed.record());
    }

    /** Empty if it was erased, or if this machine may take messages in but not read them. */
    private Optional<Telling> telling(long message) {
        try {
            return messages.getObject().telling(message);
        } catch (LockedCompartment e) {
            return Optional.empty();
        }
    }
}
