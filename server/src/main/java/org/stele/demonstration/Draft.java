package org.stele.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deaths that belong together, before anybody has a name: one incident, or one death in custody.
 *
 * @param place       governorate of death, or {@link #UNKNOWN_PLACE}
 * @param day         documentation day
 * @param told        the incident told in the report, if it is one
 * @param custodyCase the case told in the report, if it is one
 */
record Draft(Cell cell, String place, LocalDate day, List<Person> people, boolean custody, Told.@Nullable Event told, Told.@Nullable Case custodyCase) {

    static final String UNKNOWN_PLACE = "unknown";
}
