package org.stele.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Permission;
import org.stele.access.Reader;
import org.stele.codebook.Codebook;
import org.stele.evidence.Reference;
import org.stele.evidence.Shelf;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.page.Unanswerable;
import org.stele.places.Places;

/** The desk's page of one victim and of one incident: what is held true, what was said, and how it came about. */
@Controller
class RecordPages {

    private final Victims victims;
    private final Incidents incidents;
    private final Sources sources;
    private final Statements statements;
    private final Codebooks codebooks;
    private final Places places;
    private final Changes changes;
    private final Lookup lookup;
    private final Shelf shelf;
    private final ObjectProvider<DerivedFacts> derived;

    RecordPages(Victims victims, Incidents incidents, Sources sources, Statements statements, Codebooks codebooks, Places places,
            Changes changes, Lookup lookup, Shelf shelf, ObjectProvider<DerivedFacts> derived) {
        this.victims = victims;
        this.incidents = incidents;
        this.sources = sources;
        this.statements = statements;
        this.codebooks = codebooks;
        this.places = places;
        this.changes = changes;
        this.lookup = lookup;
        this.shelf = shelf;
        this.derived = derived;
    }

    @GetMapping("/{language:en|ar}/desk/victims/{id:[0-9]+}")
    String victim(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(name = "as-of", defaultValue = "") String asOf, Model model) {
        Moment moment = moment(asOf);
        RecordWords words = words(page, moment);
        Victim victim = show(victims, id, moment, asOf, model, finding -> Facts.of(finding, words));
        model.addAttribute("title", words.name(victim));
        model.addAttribute("standing", words.standing(victim.standing()));
        model.addAttribute("incident", victim.incident());
        model.addAttribute("told", told(statements.aboutVictim(id), moment, words, reader));
        model.addAttribute("evidence", shelf.of(Reference.victim(id), moment, page, reader));
        return "register/victim";
    }

    @GetMapping("/{language:en|ar}/desk/incidents/{id:[0-9]+}")
    String incident(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(name = "as-of", defaultValue = "") String asOf, Model model) {
        Moment moment = moment(asOf);
        RecordWords words = words(page, moment);
        Incident incident = show(incidents, id, moment, asOf, model, finding -> Facts.of(finding, words));
        model.addAttribute("title", words.place(incident.place()));
        model.addAttribute("when", words.date(incident.occurred()));
        List<Person> people = new ArrayList<>();
        for (long victim : lookup.victimsOf(id, moment)) {
            victims.asOf(victim, moment).ifPresent(version -> people.add(Person.of(version, words)));
        }
        model.addAttribute("people", people);
        model.addAttribute("toll", java.util.Optional.ofNullable(derived.getIfAvailable()).flatMap(facts -> facts.toll(id, moment)));
        model.addAttribute("told", told(statements.aboutIncident(id), moment, words, reader));
        model.addAttribute("evidence", shelf.of(Reference.incident(id), moment, page, reader));
        return "register/incident";
    }

    /** What both pages show: the finding as of the moment, and every version up to then. */
    private <R> R show(Records<R> records, long id, Moment moment, String asOf, Model model, Function<R, List<Fact>> facts) {
        List<Version<R>> versions = records.all(id).stream().filter(version -> !version.from().isAfter(moment.at())).toList();
        if (versions.isEmpty()) {
            throw new Missing("There is no such record" + (asOf.isEmpty() ? "" : " as of " + asOf));
        }
        R finding = versions.getLast().record();
        model.addAttribute("id", id);
        model.addAttribute("asOf", asOf);
        model.addAttribute("moment", moment.at());
        model.addAttribute("facts", facts.apply(finding));
        model.addAttribute("history", History.of(versions, facts));
        return finding;
    }

    private List<Told> told(List<Statement> said, Moment moment, RecordWords words, Reader reader) {
        List<Told> told = new ArrayList<>();
        for (Statement statement : said) {
            if (!statement.recordedAt().isAfter(moment.at())) {
                Source source = sources.asSeen(statement.source(), moment);
                boolean open = !source.confidential() || reader.may(Permission.READ_SOURCES);
                told.add(Told.of(statement, words.sourceKind(source.kind()), open ? source.name() : null));
            }
        }
        return told;
    }

    private Moment moment(String asOf) {
        try {
            return asOf.isEmpty() || asOf.equals(LocalDate.now(ZoneOffset.UTC).toString()) ? changes.latest()
                    : changes.settled(LocalDate.parse(asOf).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            throw new Unanswerable("The day '" + asOf + "' is none: write for example 2020-12-01.", e);
        } catch (IllegalArgumentException e) {
            throw new Unanswerable(e.getMessage(), e);
        }
    }

    private RecordWords words(Page page, Moment moment) {
        Codebook codebook = codebooks.inForce(moment).orElseThrow(() -> new Missing("The register has no codebook yet")).record().codebook();
        return new RecordWords(page, codebook, places.gazetteer(moment));
    }
}
