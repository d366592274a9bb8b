package org.stele.register;

import org.stele.history.Versions;

/** Who or what told us. */
public final class Sources extends Records<Source> {
    Sources(Versions versions) {
        super(new SourceRecordKind(), versions);
    }
}
