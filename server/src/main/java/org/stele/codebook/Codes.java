package org.stele.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The codes that a codebook defines, list by list, and the places where it refers to them. */
final class Codes {

    /** What records hold for ever: narrow on purpose, so that a code survives every file format and address. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Faults faults;
    private final Map<String, Map<String, Integer>> defined = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    private record Reference(String list, Word word, String from) {
    }

    Codes(Faults faults) {
        this.faults = faults;
    }

    /** @param list what one entry of the list is: "party", "weapon" */
    String define(String list, Word code) {
        if (!code.value().isEmpty() && !CODE.matcher(code.value()).matches()) {
            faults.at(code.line(), "the code '%s' must be lower case letters, digits and single hyphens, and start with a letter".formatted(code.value()));
        }
        Integer before = defined.computeIfAbsent(list, any -> new HashMap<>()).putIfAbsent(code.value(), code.line());
        if (before != null && !code.value().isEmpty()) {
            faults.at(code.line(), "the code '%s' is taken by the %s in line %d: choose another".formatted(code.value(), list, before));
        }
        return code.value();
    }

    /** Notes that something refers to a code; {@link #check} tells if there is none, wherever in the file it may stand. */
    String refer(String list, Word word, String from) {
        references.add(new Reference(list, word, from));
        return word.value();
    }

    List<String> refer(String list, List<Word> words, String from) {
        return words.stream().map(word -> refer(list, word, from)).toList();
    }

    int lineOf(String list, String code) {
        return defined.getOrDefault(list, Map.of()).getOrDefault(code, 1);
    }

    void check() {
        for (Reference reference : references) {
            Word word = reference.word();
            if (!word.value().isEmpty() && !defined.getOrDefault(reference.list(), Map.of()).containsKey(word.value())) {
                faults.at(word.line(), "%s names the %s '%s', which is not in this codebook: define it or correct the code"
                        .formatted(reference.from(), reference.list(), word.value()));
            }
        }
    }
}
