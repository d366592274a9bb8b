package org.stele.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.register.Incident;
import org.stele.register.Victim;

/** What became of one row when it was read: a victim to be, or reasons why not. */
sealed interface Draft {

    Row row();

    /** The row word for word, as a statement keeps it. */
    String words();

    /** The row's own mark within its source. */
    String key();

    /**
     * A row that can be taken.
     *
     * @param victim      without its incident, which has no number yet
     * @param incidentKey the source's mark of the incident, or none
     * @param incident    what the row says of it
     */
    record Taken(Row row, String words, String key, Victim victim, @Nullable String incidentKey, @Nullable Incident incident) implements Draft {
    }

    /** A row that says word for word what an earlier row of this file said under the same key. */
    record Repeated(Row row, String words, String key) implements Draft {
    }

    /** A row that cannot be taken. */
    record Rejected(Row row, String words, String key, List<Reason> reasons) implements Draft {
    }
}
