package org.stele.intake;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.OtherCategory;
import org.stele.register.Attribution;

/** What a cell says about responsibility, before method and weapon are looked at. */
sealed interface Blame {

    /** A finding that needs nothing else. */
    record Said(Attribution attribution) implements Blame {
    }

    /** Undetermined, in the sub-category of "other parties" that the weapon and the method suggest. */
    record Suggested(List<String> candidates) implements Blame {
    }

    /**
     * The finding. Of several sub-categories that fit, that of lowest precedence wins (INC-8); if none fits, it is "not specified".
     */
    default Attribution with(Codebook codebook, @Nullable String method, @Nullable String weapon) {
        return switch (this) {
            case Said said -> said.attribution();
            case Suggested suggested -> Attribution.undetermined(codebook.otherParties().stream()
                    .filter(category -> (weapon != null && category.weapons().contains(weapon)) || (method != null && category.methods().contains(method)))
                    .min(Comparator.comparingInt(OtherCategory::precedence)).map(OtherCategory::code).orElse(Attribution.NOT_SPECIFIED),
                    suggested.candidates());
        };
    }
}
