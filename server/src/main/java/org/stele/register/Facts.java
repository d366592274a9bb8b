package org.stele.register;

import java.util.ArrayList;
import java.util.List;

/** The lines of a record, always the same ones in the same order, so that versions can stand side by side. */
public final class Facts {

    private Facts() {
    }

    /** The lines of a victim. */
    public static List<Fact> of(Victim victim, RecordWords words) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "finding", "name", words.name(victim));
        add(facts, "finding", "other-script", words.text(victim.name().in(words.page().other())));
        add(facts, "finding", "sex", words.sex(victim));
        add(facts, "finding", "age", words.age(victim));
        add(facts, "finding", "status", words.status(victim));
        add(facts, "finding", "groups", words.groups(victim.groups()));
        add(facts, "finding", "work", words.text(victim.work()));
        add(facts, "finding", "origin", words.place(victim.origin()));
        add(facts, "death", "standing", words.standing(victim.standing()));
        add(facts, "death", "died", words.date(victim.death()));
        add(facts, "death", "death-place", words.place(victim.deathPlace()));
        add(facts, "death", "method", words.method(victim.method()));
        add(facts, "death", "weapon", words.weapon(victim.weapon()));
        responsibility(facts, victim.attribution(), words);
        if (victim.custody() != null) {
            custody(facts, victim.custody(), words);
        }
        return facts;
    }

    /** The lines of an incident. */
    public static List<Fact> of(Incident incident, RecordWords words) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "event", "occurred", words.date(incident.occurred()));
        add(facts, "event", "documented-on", incident.documentedOn() == null ? words.page().say("register.received") : words.page().day(incident.documentedOn()));
        add(facts, "event", "place", words.place(incident.place()));
        add(facts, "event", "spot", words.words(incident.spot()));
        add(facts, "event", "method", words.method(incident.method()));
        add(facts, "event", "weapon", words.weapon(incident.weapon()));
        add(facts, "event", "controlled-by", words.party(incident.controlledBy()));
        add(facts, "event", "unrecorded", words.count(incident.unrecorded()));
        add(facts, "event", "injured", words.count(incident.injured()));
        responsibility(facts, incident.attribution(), words);
        add(facts, "account", "account", words.words(incident.account()));
        return facts;
    }

    private static void responsibility(List<Fact> facts, Attribution attribution, RecordWords words) {
        add(facts, "responsibility", "responsible", words.responsible(attribution));
        if (attribution.state() == Attribution.State.UNDETERMINED && !attribution.parties().isEmpty()) {
            add(facts, "responsibility", "candidates", words.parties(attribution.parties()));
        }
        add(facts, "responsibility", "grounds", words.text(attribution.grounds()));
        add(facts, "responsibility", "since", attribution.since() == null ? "–" : words.page().day(attribution.since()));
    }

    private static void custody(List<Fact> facts, Custody custody, RecordWords words) {
        add(facts, "custody", "arrest", words.date(custody.arrest()));
        add(facts, "custody", "arrest-place", words.place(custody.arrestPlace()));
        add(facts, "custody", "holder", words.party(custody.holder()));
        add(facts, "custody", "facility", words.text(custody.facility()));
        add(facts, "custody", "settlement", words.yesNo(custody.settlement()));
        add(facts, "custody", "disappeared", words.yesNo(custody.disappeared()));
        add(facts, "custody", "informed", words.date(custody.informed()));
        add(facts, "custody", "channel", words.channel(custody.channel()));
        add(facts, "custody", "body-returned", words.yesNo(custody.bodyReturned()));
        add(facts, "custody", "healthy-before", words.yesNo(custody.healthyBefore()));
        add(facts, "custody", "neglect", words.yesNo(custody.neglect()));
    }

    private static void add(List<Fact> facts, String group, String label, String value) {
        facts.add(new Fact("register.group." + group, "register.fact." + label, value));
    }
}
