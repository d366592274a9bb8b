package org.stele.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stele.codebook.DeclaredFile;
import org.stele.codebook.Entry;
import org.stele.codebook.FaultyCodebook;
import org.stele.codebook.Faults;
import org.stele.codebook.Word;

/** The places of the widest level that a programme declares beside its codebook, in the house's spelling. */
final class ProgrammePlaces {

    /** Begins the source of every place so declared: an import may not change the house's spelling of these. */
    static final String HOUSE = "Programme ";

    private ProgrammePlaces() {
    }

    /** @throws FaultyCodebook with every fault found */
    static List<Place> read(String name, String text) {
        return DeclaredFile.read(name, text, "the list of places", ProgrammePlaces::read);
    }

    private static List<Place> read(Entry top, Faults faults) {
        String programme = top.word("programme").value();
        String source = top.word("source").value();
        Set<String> codes = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (Entry entry : top.entries("places", "place", false)) {
            Word code = entry.word("code");
            if (!codes.add(code.value())) {
                faults.at(code.line(), "the code '%s' stands twice: keep one place of it".formatted(code.value()));
            }
            places.add(new Place(code.value(), 1, null, entry.text("name"), entry.words("aliases").stream().map(Word::value).toList(),
                    null, null, source.startsWith(HOUSE) ? source : HOUSE + programme + ": " + source));
            entry.close();
        }
        top.close();
        return places;
    }
}
