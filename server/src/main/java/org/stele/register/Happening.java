package org.stele.register;

import org.stele.history.Version;

/** An incident as a line of a list. */
public record Happening(long id, int version, String when, String place, String method, String responsible, String documented) {

    /** @param words says what the line holds, in the reader's language */
    public static Happening of(Version<Incident> version, RecordWords words) {
        Incident incident = version.record();
        return new Happening(version.id(), version.number(), words.date(incident.occurred()), words.place(incident.place()), words.method(incident.method()),
                words.responsible(incident.attribution()), incident.documentedOn() == null ? "–" : words.page().day(incident.documentedOn()));
    }
}
