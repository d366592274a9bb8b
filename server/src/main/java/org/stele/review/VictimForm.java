package org.stele.review;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.codebook.Term;
import org.stele.places.Gazetteer;
import org.stele.register.AgeRange;
import org.stele.register.CivilianStatus;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Victim;

/** The finding on a person as fields of a form, and back. What the form does not show is kept as it was. */
final class VictimForm {

    private VictimForm() {
    }

    static Map<String, List<String>> write(Victim victim) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("name-latin", one(victim.name().latin()));
        fields.put("name-arabic", one(victim.name().arabic()));
        fields.put("sex", List.of(lower(victim.sex())));
        fields.put("age-min", one(victim.age().min()));
        fields.put("age-max", one(victim.age().max()));
        fields.put("status", List.of(lower(victim.status())));
        fields.put("status-reason", one(victim.statusReason()));
        fields.put("groups", victim.groups());
        fields.put("work", one(victim.work()));
        fields.put("died", List.of(FormDate.write(victim.death())));
        place("death-place", victim.deathPlace(), fields);
        place("origin", victim.origin(), fields);
        fields.put("method", one(victim.method()));
        fields.put("weapon", one(victim.weapon()));
        AttributionForm.write(victim.attribution(), fields);
        CustodyForm.write(victim.custody(), fields);
        return fields;
    }

    /** The finding that the form says, faults noted in it. */
    static Victim read(FormFields form, Victim before, Codebook codebook, Gazetteer places) {
        return new Victim(before.standing(), new PersonName(form.textOrNone("name-latin"), form.textOrNone("name-arabic")),
                form.choice("sex", Sex.class, Sex.UNKNOWN), age(form), form.choice("status", CivilianStatus.class, CivilianStatus.UNKNOWN),
                form.textOrNone("status-reason"), form.codes("groups", codebook.groups().stream().map(Group::code).toList()),
                form.textOrNone("work"), form.date("died"), form.place("death-place", places), form.place("origin", places),
                form.code("method", codes(codebook.methods())), form.code("weapon", codes(codebook.weapons())), before.incident(),
                AttributionForm.read(form, codebook), CustodyForm.read(form, codebook, places), before.notable());
    }

    private static AgeRange age(FormFields form) {
        Integer min = form.number("age-min", 0, AgeRange.OLDEST);
        Integer max = form.number("age-max", 0, AgeRange.OLDEST);
        if (min != null && max != null && min > max) {
            form.fault("age-max", "age-order");
            return AgeRange.UNKNOWN;
        }
        return new AgeRange(min, max);
    }

    static List<String> codes(List<Term> terms) {
        return terms.stream().map(Term::code).toList();
    }

    static List<String> one(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    static void place(String field, PlaceRef place, Map<String, List<String>> fields) {
        fields.put(field, one(place.code()));
        fields.put(field + "-words", one(place.words()));
        fields.put(field + "-arabic", one(place.arabic()));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
