package org.stele.demonstration;

import java.time.LocalDate;
import org.stele.register.Attribution;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/**
 * What those killed together share.
 *
 * @param first  the attribution before the party was known; the same as the later one where it was known at once
 * @param family number of the family that most of them are of
 */
record Scene(DateRange death, PlaceRef place, Likelihoods.Means means, Attribution first, Attribution attribution, int family) {

    /** The same, with a death that is known to the day so many days earlier. */
    Scene earlier(int days) {
        LocalDate day = death.from();
        return death.precision() != DateRange.Precision.DAY || day == null ? this
                : new Scene(DateRange.day(day.minusDays(days)), place, means, first, attribution, family);
    }

    boolean reattributed() {
        return !first.equals(attribution);
    }
}
