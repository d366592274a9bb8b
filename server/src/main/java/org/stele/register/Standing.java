package org.stele.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a record stands. A death outside the scope is not dropped but excluded, for a reason of the codebook. */
public sealed interface Standing {

    /** Taken in, not yet verified. */
    record Received() implements Standing {
    }

    /** Verified by a second person on this day: the documentation date, by which reports count (R3). */
    record Documented(LocalDate on) implements Standing {
    }

    /** Recorded and not counted.
     *  @param reason code of the codebook's exclusions
     *  @param on     day of that decision, where known */
    record Excluded(String reason, @Nullable LocalDate on) implements Standing {
    }

    /** The documentation date, if the record is documented. */
    default @Nullable LocalDate documentedOn() {
        return this instanceof Documented documented ? documented.on() : null;
    }
}
