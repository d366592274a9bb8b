package org.stele.reports;

import java.util.Map;
import java.util.Optional;
import org.stele.codebook.Codebook;
import org.stele.language.Language;
import org.stele.language.Lists;
import org.stele.language.Numbers;

/** The codebook's wording with the codebook's numbers in it, so that both always agree. */
final class HouseWording {

    private HouseWording() {
    }

    /** The codebook's wording; where it has none, what the program says of the codebook's rules; empty where that is nothing either. */
    static Optional<String> find(Writing writing, String name) {
        Codebook codebook = writing.codebook();
        if (codebook.wording().texts().containsKey(name)) {
            return Optional.of(fill(codebook, codebook.wording().get(name).in(writing.language()), writing.language()));
        }
        return writing.sentences().has(name)
                ? Optional.of(fill(codebook, writing.fill(name, Map.of("statuses", statuses(writing))), writing.language())) : Optional.empty();
    }

    /** What undetermined responsibility is called in tables. */
    static String otherParties(Writing writing) {
        return writing.codebook().wording().texts().containsKey("other-parties") ? writing.codebook().wording().get("other-parties").in(writing.language())
                : writing.fill("section-other-parties", Map.of());
    }

    private static String statuses(Writing writing) {
        return Lists.or(writing.codebook().counting().countedStatuses().stream().sorted().map(status -> writing.part("status-" + status, Map.of())).toList(),
                writing.language());
    }

    private static String fill(Codebook codebook, String text, Language language) {
        String filled = text.replace("{massacre-threshold}", Numbers.write(codebook.counting().massacreThreshold(), Numbers.Style.RUNNING, language))
                .replace("{adult-age}", Numbers.write(codebook.counting().adultAge(), Numbers.Style.RUNNING, language));
        return filled.isEmpty() ? filled : Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }
}
