package org.stele.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file by name. */
final class Columns {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).indexOf('\0') >= 0) {
                throw new FaultyFile("the name of column " + (i + 1) + " holds the character NUL: rename it");
            }
            places.put(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /** @throws FaultyFile for a column the file does not have */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new FaultyFile("the file has no column '%s', which the mapping names; it has: %s".formatted(name, String.join(", ", names)));
        }
        return place;
    }
}
