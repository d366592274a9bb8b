package org.stele.review;

import java.util.List;
import java.util.Map;
import org.stele.codebook.Codebook;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.register.Attribution;
import org.stele.register.Attribution.State;

/** The finding on responsibility as fields of a form. */
final class AttributionForm {

    private AttributionForm() {
    }

    static void write(Attribution attribution, Map<String, List<String>> fields) {
        fields.put("responsibility", List.of(VictimForm.lower(attribution.state())));
        fields.put("parties", attribution.parties());
        fields.put("category", VictimForm.one(attribution.category()));
        fields.put("grounds", VictimForm.one(attribution.grounds()));
        fields.put("since", VictimForm.one(attribution.since()));
    }

    static Attribution read(FormFields form, Codebook codebook) {
        State state = form.choice("responsibility", State.class, State.UNDETERMINED);
        List<String> parties = form.codes("parties", codebook.parties().stream().map(Party::code).toList());
        String category = form.code("category", codebook.otherParties().stream().map(OtherCategory::code).toList());
        String kept = state == State.UNDETERMINED ? category == null ? Attribution.NOT_SPECIFIED : category : null;
        boolean fits = state == State.UNDETERMINED || (state == State.ATTRIBUTED ? parties.size() == 1 : parties.size() >= 2);
        if (!fits) {
            form.fault("parties", state == State.ATTRIBUTED ? "one-party" : "two-parties");
            return Attribution.undetermined(Attribution.NOT_SPECIFIED, parties);
        }
        return new Attribution(state, parties, kept, form.textOrNone("grounds"), form.day("since"));
    }
}
