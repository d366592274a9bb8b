package org.stele.statistics;

import java.util.Locale;
import org.stele.codebook.CountingRules;
import org.stele.register.CivilianStatus;
import org.stele.register.Standing;

/** Whether a victim is counted (R1): the decision of the codebook's rules on one version. Nothing recorded is without an answer. */
sealed interface Inclusion {

    /** Documented, and of a status that the codebook counts. */
    record Counts() implements Inclusion {
    }

    /** Taken in and not yet verified. */
    record NotYet() implements Inclusion {
    }

    /** Recorded and not counted, because … */
    record Excluded(String reason) implements Inclusion {
    }

    /** An exclusion decided for the record comes first; of documented records the codebook counts some statuses and no others. */
    static Inclusion of(CountingRules rules, Standing standing, CivilianStatus status) {
        return switch (standing) {
            case Standing.Excluded excluded -> new Excluded(excluded.reason());
            case Standing.Received received -> new NotYet();
            case Standing.Documented documented when rules.countedStatuses().contains(code(status)) -> new Counts();
            case Standing.Documented documented -> new Excluded(status == CivilianStatus.UNKNOWN ? "status-unknown" : code(status));
        };
    }

    /** Code of the value on the axis {@link Dimension.Axis#STANDING}. */
    default String code() {
        return switch (this) {
            case Counts counts -> "counted";
            case NotYet notYet -> "received";
            case Excluded excluded -> "excluded:" + excluded.reason();
        };
    }

    private static String code(CivilianStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
