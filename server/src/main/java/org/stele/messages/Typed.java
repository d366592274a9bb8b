package org.stele.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the public form, field by field as it was typed. A field of the incident is called by its code, one of a person by its code, a
 * dot and the person's number, from 1.
 */
record Typed(Map<String, String> fields) {

    /** Says that a person was held; only then the fields on it count. */
    static final String HELD = "held";

    private static final String PERSONS = "persons";
    private static final List<ToldField> OF_CUSTODY = List.of(ToldField.ARRESTED, ToldField.ARRESTED_WHERE, ToldField.HELD_BY, ToldField.HELD_WHERE,
            ToldField.DISAPPEARED, ToldField.SETTLED, ToldField.HEALTH, ToldField.INFORMED, ToldField.BODY);
    private static final Pattern OF_PERSON = Pattern.compile("(.+)\\.([0-9]{1,2})");

    /** A page that is reported to be wrong: an address below the language, and nothing else. */
    private static final Pattern ABOUT = Pattern.compile("/(?!/)[A-Za-z0-9/._-]*(\\?[A-Za-z0-9=&%:+._-]*)?");
    private static final int LONGEST_ABOUT = 500;

    Typed {
        fields = Map.copyOf(fields);
    }

    static Typed nothing() {
        return new Typed(Map.of());
    }

    String of(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** How many persons the form has room for. */
    int persons() {
        String number = of(PERSONS);
        return number.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(number), 1, FormLimits.MOST_PERSONS) : 1;
    }

    /** The public page that is reported to be wrong, without the language; empty for a message of other things. */
    String about() {
        String about = of("about");
        return about.length() <= LONGEST_ABOUT && ABOUT.matcher(about).matches() ? about : "";
    }

    Channel channel() {
        return about().isEmpty() ? Channel.FORM : Channel.CORRECTION;
    }

    Typed with(String field, String value) {
        Map<String, String> next = new HashMap<>(fields);
        next.put(field, value);
        return new Typed(next);
    }

    Typed withOnePersonMore() {
        return with(PERSONS, String.valueOf(Math.min(persons() + 1, FormLimits.MOST_PERSONS)));
    }

    /** Without a person; those behind move up. */
    Typed withoutPerson(int gone) {
        Map<String, String> next = new HashMap<>();
        fields.forEach((field, value) -> {
            Matcher of = OF_PERSON.matcher(field);
            int person = of.matches() ? Integer.parseInt(of.group(2)) : 0;
            if (person != gone || person == 0) {
                next.put(person > gone ? of.group(1) + "." + (person - 1) : field, value);
            }
        });
        next.put(PERSONS, String.valueOf(Math.max(1, persons() - 1)));
        return new Typed(next);
    }

    /** Whether a person was arrested, or died in detention. */
    boolean held(int person) {
        return !of(HELD + "." + person).isEmpty();
    }

    /** Names of the fields whose text is longer than is taken, with the most that is, in the order of the form. */
    Map<String, Integer> tooLong() {
        Map<String, Integer> found = new LinkedHashMap<>();
        everyField().forEach((name, longest) -> {
            if (of(name).length() > longest) {
                found.put(name, longest);
            }
        });
        return found;
    }

    private Map<String, Integer> everyField() {
        Map<String, Integer> all = new LinkedHashMap<>();
        Arrays.stream(ToldField.values()).filter(ToldField::ofIncident).forEach(field -> all.put(field.code(), field.longest()));
        for (int person = 1; person <= persons(); person++) {
            for (ToldField field : ofPerson(person)) {
                all.put(field.code() + "." + person, field.longest());
            }
        }
        List.of("contact-name", "contact-reach", "contact-how").forEach(field -> all.put(field, Contact.LONGEST));
        return all;
    }

    private List<ToldField> ofPerson(int person) {
        return Arrays.stream(ToldField.values()).filter(field -> !field.ofIncident() && (held(person) || !OF_CUSTODY.contains(field))).toList();
    }

    /** Whether there is enough to begin with: what happened, or one name. */
    boolean tellsEnough() {
        boolean named = false;
        for (int person = 1; person <= persons(); person++) {
            named |= !of(ToldField.NAME.code() + "." + person).isEmpty();
        }
        return named || !of(ToldField.WHAT_HAPPENED.code()).isEmpty();
    }

    /** @throws IllegalArgumentException if something is too long */
    Telling telling() {
        Map<ToldField, String> incident = new EnumMap<>(ToldField.class);
        Arrays.stream(ToldField.values()).filter(ToldField::ofIncident).forEach(field -> incident.put(field, of(field.code())));
        List<Map<ToldField, String>> victims = new ArrayList<>();
        for (int person = 1; person <= persons(); person++) {
            Map<ToldField, String> told = new EnumMap<>(ToldField.class);
            for (ToldField field : ofPerson(person)) {
                told.put(field, of(field.code() + "." + person));
            }
            if (told.values().stream().anyMatch(value -> !value.isEmpty())) {
                victims.add(told);
            }
        }
        return new Telling(incident, victims, null);
    }

    Contact contact() {
        return new Contact(of("contact-name"), of("contact-reach"), of("contact-how"));
    }

    /** What was answered for each use; what was not answered is absent. */
    Map<Use, Boolean> consent() {
        Map<Use, Boolean> said = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            String answer = of("consent-" + use.code());
            if (answer.equals("yes") || answer.equals("no")) {
                said.put(use, answer.equals("yes"));
            }
        }
        return said;
    }

    /** The names of files that a browser mentions without sending them. */
    String files() {
        return of("file");
    }
}
