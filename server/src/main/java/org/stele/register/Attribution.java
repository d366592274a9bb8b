package org.stele.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The finding on responsibility (R7): a state, the candidate parties, and the grounds. It changes with new evidence, and then the
 * record has a new version: today's figure changes, yesterday's does not.
 *
 * @param parties  party codes: one if attributed, two or more if joint, the candidates (none, one or more) if undetermined
 * @param category sub-category of "other parties", exactly one if undetermined (R9), none otherwise
 * @param grounds  why, in words
 * @param since    the day of the finding
 */
public record Attribution(State state, List<String> parties, @Nullable String category, @Nullable String grounds, @Nullable LocalDate since) {

    /** The states of a finding on responsibility. */
    public enum State { ATTRIBUTED, JOINT, UNDETERMINED }

    /** Sub-category for undetermined responsibility of which nothing closer is known; every codebook has it. */
    public static final String NOT_SPECIFIED = "not-specified";

    public Attribution {
        parties = List.copyOf(parties);
        boolean fits = switch (state) {
            case ATTRIBUTED -> parties.size() == 1 && category == null;
            case JOINT -> parties.size() >= 2 && parties.stream().distinct().count() == parties.size() && category == null;
            case UNDETERMINED -> category != null;
        };
        if (!fits) {
            throw new IllegalArgumentException(("%s with parties %s and category %s: attributed takes one party, joint two or more, "
                    + "undetermined a sub-category of other parties").formatted(state, parties, category));
        }
    }

    public static Attribution to(String party) {
        return new Attribution(State.ATTRIBUTED, List.of(party), null, null, null);
    }

    public static Attribution joint(List<String> parties) {
        return new Attribution(State.JOINT, parties, null, null, null);
    }

    /** Undetermined, under a sub-category of "other parties"; the candidates may be none. */
    public static Attribution undetermined(String category, List<String> candidates) {
        return new Attribution(State.UNDETERMINED, candidates, category, null, null);
    }

    /** The same with its grounds and date. */
    public Attribution because(String grounds, LocalDate since) {
        return new Attribution(state, parties, category, grounds, since);
    }
}
