package org.stele.register;

import org.stele.history.Versions;

/** Persons killed, one record each. */
public final class Victims extends Records<Victim> {
    Victims(Versions versions) {
        super(new VictimKind(), versions);
    }
}
