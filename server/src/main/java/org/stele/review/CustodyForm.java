package org.stele.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Party;
import org.stele.codebook.Term;
import org.stele.places.Gazetteer;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Facts of detention as fields of a form, in the order a report tells them (counting-rules §5.4). */
final class CustodyForm {

    private static final Custody NONE = new Custody(DateRange.UNKNOWN, PlaceRef.UNKNOWN, null, null, null, null, DateRange.UNKNOWN, null, null,
            null, null);

    private CustodyForm() {
    }

    static void write(@Nullable Custody custody, Map<String, List<String>> fields) {
        if (custody == null) {
            return;
        }
        fields.put("arrest", List.of(FormDate.write(custody.arrest())));
        VictimForm.place("arrest-place", custody.arrestPlace(), fields);
        fields.put("holder", VictimForm.one(custody.holder()));
        fields.put("facility", VictimForm.one(custody.facility()));
        fields.put("settlement", List.of(FormFields.yesNo(custody.settlement())));
        fields.put("disappeared", List.of(FormFields.yesNo(custody.disappeared())));
        fields.put("informed", List.of(FormDate.write(custody.informed())));
        fields.put("channel", VictimForm.one(custody.channel()));
        fields.put("body-returned", List.of(FormFields.yesNo(custody.bodyReturned())));
        fields.put("healthy-before", List.of(FormFields.yesNo(custody.healthyBefore())));
        fields.put("neglect", List.of(FormFields.yesNo(custody.neglect())));
    }

    /** Absent if nothing at all is said of a detention. */
    static @Nullable Custody read(FormFields form, Codebook codebook, Gazetteer places) {
        Custody custody = new Custody(form.date("arrest"), form.place("arrest-place", places),
                form.code("holder", codebook.parties().stream().map(Party::code).toList()), form.textOrNone("facility"), form.yesNo("settlement"),
                form.yesNo("disappeared"), form.date("informed"), form.code("channel", codebook.channels().stream().map(Term::code).toList()),
                form.yesNo("body-returned"), form.yesNo("healthy-before"), form.yesNo("neglect"));
        return custody.equals(NONE) ? null : custody;
    }
}
