package org.stele.erasure;

import java.util.List;
import java.util.Map;

/**
 * Which columns of a table can tell who somebody is: the one list of what an erasure destroys. Codes, dates, ages and counts are not in it:
 * figures rest on them, and without the words they lead to nobody. A test holds it against the tables, so that a new column is decided on.
 */
final class PersonalColumns {

    static final Map<String, List<String>> OF = Map.of(
            "victim", List.of("name_latin", "name_arabic", "status_reason", "work", "death_place_words", "death_place_words_ar",
                    "origin_words",
                    "origin_words_ar", "grounds", "custody"),
            "statement", List.of("words", "locator", "key"),
            // An import's memory of which row told of an incident first, by the row's own key.
            "incident_key", List.of("teller"),
            "rejected_row", List.of("words", "reasons"),
            "evidence_item", List.of("title"),
            "provenance", List.of("source", "url", "captured", "file_name", "claimed_sha256", "note"));

    private PersonalColumns() {
    }
}
