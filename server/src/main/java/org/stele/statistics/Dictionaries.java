package org.stele.statistics;

import java.util.EnumMap;
import java.util.Map;

/** One dictionary for each field, shared by victims and incidents. Codes never change their meaning as long as the program runs. */
final class Dictionaries {

    private final Map<Field, Dictionary> all = new EnumMap<>(Field.class);

    Dictionaries() {
        Field.ALL.forEach(field -> all.put(field, new Dictionary(field)));
    }

    Dictionary get(Field field) {
        Dictionary dictionary = all.get(field);
        if (dictionary == null) {
            throw new IllegalStateException("No dictionary of " + field);
        }
        return dictionary;
    }

    Map<Field, Dictionary.Values> values() {
        Map<Field, Dictionary.Values> values = new EnumMap<>(Field.class);
        all.forEach((field, dictionary) -> values.put(field, dictionary.values()));
        return values;
    }
}
