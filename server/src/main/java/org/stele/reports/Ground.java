package org.stele.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.history.Version;
import org.stele.places.BoundarySet;
import org.stele.places.Gazetteer;
import org.stele.register.Victim;

/**
 * What a report needs beside its figures, as of the same moment.
 *
 * @param cases      notable cases of death due to torture, in the order of their documentation
 * @param massacres  all massacres counted, by date
 * @param boundaries what the map draws; none where the programme has no boundaries
 * @param named      whether victims may be called by their names
 * @param synthetic  whether all people in the register are invented
 */
record Ground(Instant moment, List<Version<Victim>> cases, List<Massacre> massacres, Gazetteer places, @Nullable BoundarySet boundaries, boolean named,
              boolean synthetic) {
}
