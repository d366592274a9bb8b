package org.stele.reports;

import org.stele.register.Incident;

/** A massacre of the period, with its victims counted.
 *  @param girls of the children, those known to be girls */
record Massacre(long id, Incident incident, long killed, long children, long girls, long women) {
}
