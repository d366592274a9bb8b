package org.stele.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The work on one incident and its persons, from the first message to the decision. Who took each step, when and why, is in its versions.
 *
 * @param openedAt    since when it is in the queue
 * @param assignee    account that works on it; absent while it is nobody's
 * @param waitingFor  what it waits for, in words
 * @param exclusion   code of the codebook's exclusions, if excluded
 * @param duplicateOf id of the case it repeats, if excluded for that
 * @param incident    id of the register's incident, once documented
 */
public record Case(Matter matter, CaseState state, Instant openedAt, @Nullable String assignee, @Nullable String waitingFor,
        @Nullable String exclusion, @Nullable Long duplicateOf, @Nullable Long incident) {

    static Case fresh(Matter matter, Instant at) {
        return new Case(matter, CaseState.RECEIVED, at, null, null, null, null, null);
    }

    Case in(CaseState state) {
        return new Case(matter, state, openedAt, assignee, null, null, null, incident);
    }

    Case of(@Nullable String assignee) {
        return new Case(matter, state, openedAt, assignee, waitingFor, exclusion, duplicateOf, incident);
    }

    Case waitingFor(String what) {
        return new Case(matter, CaseState.WAITING, openedAt, assignee, what, null, null, incident);
    }

    Case excluded(String reason, @Nullable Long duplicateOf) {
        return new Case(matter, CaseState.EXCLUDED, openedAt, assignee, null, reason, duplicateOf, incident);
    }

    Case documentedAs(@Nullable Long incident) {
        return new Case(matter, CaseState.DOCUMENTED, openedAt, assignee, null, null, null, incident);
    }

    Case about(Matter matter) {
        return new Case(matter, state, openedAt, assignee, waitingFor, exclusion, duplicateOf, incident);
    }
}
