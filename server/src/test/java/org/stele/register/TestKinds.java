package org.stele.register;

import org.stele.history.Kind;

/** Lets tests of other rooms write records without the whole application. */
public final class TestKinds {

    private TestKinds() {
    }

    public static Kind<Victim> victims() {
        return new VictimKind();
    }

    public static Kind<Incident> incidents() {
        return new IncidentKind();
    }
}
