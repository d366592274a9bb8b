package org.stele.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.codebook.Codebook;
import org.stele.codebook.Party;
import org.stele.places.Gazetteer;
import org.stele.register.CountRange;
import org.stele.register.Incident;
import org.stele.register.Words;

/** The finding on an incident as fields of a form, and back. */
final class IncidentForm {

    private static final int MOST = 100_000;

    private IncidentForm() {
    }

    static Map<String, List<String>> write(Incident incident) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("occurred", List.of(FormDate.write(incident.occurred())));
        VictimForm.place("place", incident.place(), fields);
        fields.put("spot-en", VictimForm.one(incident.spot().en()));
        fields.put("spot-ar", VictimForm.one(incident.spot().ar()));
        fields.put("method", VictimForm.one(incident.method()));
        fields.put("weapon", VictimForm.one(incident.weapon()));
        AttributionForm.write(incident.attribution(), fields);
        count("unrecorded", incident.unrecorded(), fields);
        count("injured", incident.injured(), fields);
        fields.put("controlled-by", VictimForm.one(incident.controlledBy()));
        fields.put("account-en", VictimForm.one(incident.account().en()));
        fields.put("account-ar", VictimForm.one(incident.account().ar()));
        return fields;
    }

    static Incident read(FormFields form, Incident before, Codebook codebook, Gazetteer places) {
        return new Incident(before.documentedOn(), form.date("occurred"), form.place("place", places),
                new Words(form.textOrNone("spot-en"), form.textOrNone("spot-ar")), form.code("method", VictimForm.codes(codebook.methods())),
                form.code("weapon", VictimForm.codes(codebook.weapons())), AttributionForm.read(form, codebook), count("unrecorded", form),
                count("injured", form), form.code("controlled-by", codebook.parties().stream().map(Party::code).toList()),
                new Words(form.textOrNone("account-en"), form.textOrNone("account-ar")), before.notable());
    }

    private static void count(String field, CountRange count, Map<String, List<String>> fields) {
        fields.put(field + "-min", List.of(String.valueOf(count.min())));
        fields.put(field + "-max", VictimForm.one(count.max()));
    }

    /** Without a least number there is none; without a most one there may be more. */
    private static CountRange count(String field, FormFields form) {
        Integer min = form.number(field + "-min", 0, MOST);
        Integer max = form.number(field + "-max", 0, MOST);
        if (min != null && max != null && min > max) {
            form.fault(field + "-max", "count-order");
            return CountRange.NONE;
        }
        return min == null && max == null ? CountRange.NONE : new CountRange(min == null ? 0 : min, max);
    }
}
