package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stele.register.CountRange;

/**
 * How rows are gathered into incidents: rows with the same key belong to one. The first such row gives the incident's date, place,
 * method, weapon and attribution, and what these columns say.
 *
 * @param key columns; a row in which all of them are blank belongs to no incident
 */
record IncidentFields(
        List<String> key,
        Field<Optional<String>> spotEn,
        Field<Optional<String>> spotAr,
        Field<CountRange> unrecorded,
        Field<CountRange> injured,
        Field<Optional<String>> controlledBy,
        Field<Optional<String>> accountEn,
        Field<Optional<String>> accountAr,
        Field<Boolean> notable) {

    List<String> columns() {
        List<String> all = new ArrayList<>(key);
        List.of(spotEn, spotAr, unrecorded, injured, controlledBy, accountEn, accountAr, notable).forEach(field -> all.addAll(field.columns()));
        return all;
    }
}
