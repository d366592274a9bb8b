package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.register.Victim;

/**
 * Brings a changed row into a finding. A field is taken from the row only if the row itself changed it; where somebody has corrected
 * that field since, the finding stands and the conflict is told. What the row did not change is left as it is.
 */
final class Merge {

    private final @Nullable Victim before;
    private final Victim now;
    private final Victim finding;
    private final List<Conflict> conflicts = new ArrayList<>();

    private Merge(@Nullable Victim before, Victim now, Victim finding) {
        this.before = before;
        this.now = now;
        this.finding = finding;
    }

    /** A field that both the row and somebody changed, each in their own way. */
    record Conflict(String field, String before, String now, String kept) {
    }

    /** The finding after the row was brought in, and what could not be. */
    record Merged(Victim victim, List<Conflict> conflicts) {
    }

    /**
     * @param before  what the row meant when it was last taken in; none if today's mapping cannot read it, and then nothing is taken
     * @param now     what it means
     * @param finding what the register holds
     */
    static Merged of(@Nullable Victim before, Victim now, Victim finding) {
        Merge merge = new Merge(before, now, finding);
        return new Merged(merge.merged(), List.copyOf(merge.conflicts));
    }

    private Victim merged() {
        return new Victim(
                pick("standing", Victim::standing),
                pick("name", Victim::name),
                pick("sex", Victim::sex),
                pick("age", Victim::age),
                pick("status", Victim::status),
                pick("status-reason", Victim::statusReason),
                pick("groups", Victim::groups),
                pick("work", Victim::work),
                pick("death", Victim::death),
                pick("death-place", Victim::deathPlace),
                pick("origin", Victim::origin),
                pick("method", Victim::method),
                pick("weapon", Victim::weapon),
                pick("incident", Victim::incident),
                pick("attribution", Victim::attribution),
                pick("custody", Victim::custody),
                pick("notable", Victim::notable));
    }

    private <T extends @Nullable Object> T pick(String field, Function<Victim, T> get) {
        T next = get.apply(now);
        T held = get.apply(finding);
        Object old = before == null ? null : get.apply(before);
        if (Objects.equals(held, next) || (before != null && Objects.equals(old, next))) {
            return held;
        }
        if (before != null && Objects.equals(held, old)) {
            return next;
        }
        conflicts.add(new Conflict(field, Told.of(old), Told.of(next), Told.of(held)));
        return held;
    }
}
