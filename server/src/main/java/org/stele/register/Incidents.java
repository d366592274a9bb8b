package org.stele.register;

import org.stele.history.Versions;

/** What happened at one place and time. */
public final class Incidents extends Records<Incident> {
    Incidents(Versions versions) {
        super(new IncidentKind(), versions);
    }
}
