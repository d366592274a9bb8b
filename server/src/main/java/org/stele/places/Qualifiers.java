package org.stele.places;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words around a name that say what kind of place is meant, in English and Arabic: "Hama city", "ريف إدلب الشمالي".
 *
 * @param name     the name without them
 * @param town     whether they say that the town is meant, and not the region named after it
 * @param region   whether they say that a region of the widest level is meant
 * @param vicinity whether they say less than the name: its countryside, or one side of it
 */
record Qualifiers(String name, boolean town, boolean region, boolean vicinity) {

    private static final Set<String> TOWN = keys("city", "town", "village", "مدينة", "بلدة", "قرية");
    private static final Set<String> REGION = keys("governorate", "province", "mohafazat", "محافظة");
    private static final Set<String> VICINITY = keys("countryside", "countriside", "suburb", "suburbs", "rural", "rif", "reef", "outskirts",
            "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
            "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
            "ريف", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "الشمالي", "الجنوبي", "الشرقي", "الغربي");
    private static final Set<String> SMALL = keys("the", "of", "in", "near");

    private static Set<String> keys(String... words) {
        Set<String> keys = new HashSet<>();
        for (String word : words) {
            keys.addAll(Spelling.tokens(word));
        }
        return keys;
    }

    static Qualifiers of(String words) {
        List<String> tokens = Spelling.tokens(words);
        int from = 0;
        int to = tokens.size();
        Set<String> taken = new HashSet<>();
        while (from < to && take(tokens.get(from), taken)) {
            from++;
        }
        while (to > from && take(tokens.get(to - 1), taken)) {
            to--;
        }
        return new Qualifiers(String.join(" ", tokens.subList(from, to)), taken.contains("town"), taken.contains("region"), taken.contains("vicinity"));
    }

    /** Whether anything was taken away and a name is left. */
    boolean any() {
        return (town || region || vicinity) && !name.isEmpty();
    }

    private static boolean take(String token, Set<String> taken) {
        if (SMALL.contains(token)) {
            return true;
        }
        String kind = TOWN.contains(token) ? "town" : REGION.contains(token) ? "region" : VICINITY.contains(token) ? "vicinity" : "";
        return !kind.isEmpty() && taken.add(kind) | !kind.isEmpty();
    }
}
