package org.stele.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.codebook.Party;
import org.stele.register.Attribution;

/**
 * Under which value a death is counted by responsibility (R7, R9). Every attribution has exactly one value at every level, so that
 * the parts make the whole and a joint attribution is counted once.
 *
 * <ul>
 * <li>Attributed: the party's ancestor at the level asked, or the party itself where nothing finer is known.</li>
 * <li>Joint: the closest common ancestor, as if attributed to it; without one, a value of its own for these parties together.</li>
 * <li>Undetermined: "other parties", whoever the candidates are, and one sub-category of it.</li>
 * </ul>
 */
final class Responsibility {

    /** Begins the value of a joint attribution to parties that have no common ancestor, for example {@code joint:regime+russia}. */
    static final String JOINT = "joint:";

    /** The value of {@link Dimension.Axis#OTHER_PARTY} for all that is not under the other parties. */
    static final String MAIN = "main";

    private final Codebook codebook;

    Responsibility(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The value on the axis {@link Dimension.Axis#PARTY}; unknown for a party that the codebook in force does not have. */
    String party(Attribution attribution, int level) {
        return switch (attribution.state()) {
            case UNDETERMINED -> Codebook.OTHER_PARTIES;
            case ATTRIBUTED -> atLevel(path(attribution.parties().getFirst()), level);
            case JOINT -> joint(attribution.parties(), level);
        };
    }

    /** The value at a wider level of what has this value at a finer one. */
    String coarser(String value, int level) {
        if (value.startsWith(JOINT)) {
            return joint(List.of(value.substring(JOINT.length()).split("\\+")), level);
        }
        return value.equals(Codebook.OTHER_PARTIES) ? value : atLevel(path(value), level);
    }

    /** The value on the axis {@link Dimension.Axis#OTHER_PARTY}. */
    String otherParty(Attribution attribution) {
        String category = attribution.category();
        if (category == null) {
            return MAIN;
        }
        return category.equals(Attribution.NOT_SPECIFIED) || codebook.otherCategory(category).isPresent() ? category : Dimension.UNKNOWN;
    }

    /** From the main party down to the party itself; empty for a code that the codebook does not have. */
    List<Party> path(String code) {
        List<Party> path = new ArrayList<>();
        Optional<Party> party = codebook.party(code);
        while (party.isPresent() && !path.contains(party.get())) {
            path.addFirst(party.get());
            String parent = party.get().parent();
            party = parent == null ? Optional.empty() : codebook.party(parent);
        }
        return path;
    }

    private String joint(List<String> parties, int level) {
        List<List<Party>> paths = parties.stream().map(this::path).toList();
        if (paths.stream().anyMatch(List::isEmpty)) {
            return Dimension.UNKNOWN;
        }
        List<Party> common = new ArrayList<>(paths.getFirst());
        for (List<Party> path : paths) {
            common.retainAll(path);
        }
        if (!common.isEmpty()) {
            return atLevel(common, level);
        }
        Set<String> values = new LinkedHashSet<>();
        paths.forEach(path -> values.add(atLevel(path, level)));
        return JOINT + String.join("+", codebook.parties().stream().map(Party::code).filter(values::contains).toList());
    }

    private static String atLevel(List<Party> path, int level) {
        return path.isEmpty() ? Dimension.UNKNOWN : path.get(Math.min(level, path.size()) - 1).code();
    }
}
