package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.register.Incident;
import org.stele.register.Source;
import org.stele.register.Victim;
import org.stele.register.Words;

/**
 * Brings a changed row into a finding. A field is taken from the row only if the row itself changed it; where somebody has corrected
 * that field since, the finding stands and the conflict is told. What the row did not change is left as it is.
 *
 * @param <R> the finding: a victim or an incident
 */
final class Merge<R> {

    private final @Nullable R before;
    private final R now;
    private final R finding;
    private final List<Conflict> conflicts = new ArrayList<>();

    private Merge(@Nullable R before, R now, R finding) {
        this.before = before;
        this.now = now;
        this.finding = finding;
    }

    /** A field that both the row and somebody changed, each in their own way. */
    record Conflict(String field, String before, String now, String kept) {
    }

    /** The finding after the row was brought in, and what could not be. */
    record Merged<R>(R finding, List<Conflict> conflicts) {
    }

    /**
     * @param before  what the row meant when it was last taken in; none if today's mapping cannot read it, and then nothing is taken
     * @param now     what it means
     * @param finding what the register holds
     */
    static Merged<Victim> victim(@Nullable Victim before, Victim now, Victim finding) {
        Merge<Victim> merge = new Merge<>(before, now, finding);
        return new Merged<>(new Victim(
                merge.pick("standing", Victim::standing),
                merge.pick("name", Victim::name),
                merge.pick("sex", Victim::sex),
                merge.pick("age", Victim::age),
                merge.pick("status", Victim::status),
                merge.pick("status-reason", Victim::statusReason),
                merge.pick("groups", Victim::groups),
                merge.pick("work", Victim::work),
                merge.pick("death", Victim::death),
                merge.pick("death-place", Victim::deathPlace),
                merge.pick("origin", Victim::origin),
                merge.pick("method", Victim::method),
                merge.pick("weapon", Victim::weapon),
                merge.pick("incident", Victim::incident),
                merge.pick("attribution", Victim::attribution),
                merge.pick("custody", Victim::custody),
                merge.pick("notable", Victim::notable)), List.copyOf(merge.conflicts));
    }

    /** The same for an incident. */
    static Merged<Incident> incident(@Nullable Incident before, Incident now, Incident finding) {
        Merge<Incident> merge = new Merge<>(before, now, finding);
        return new Merged<>(new Incident(
                merge.pick("documented", Incident::documentedOn),
                merge.pick("death", Incident::occurred),
                merge.pick("death-place", Incident::place),
                new Words(merge.pick("spot-en", incident -> incident.spot().en()), merge.pick("spot-ar", incident -> incident.spot().ar())),
                merge.pick("method", Incident::method),
                merge.pick("weapon", Incident::weapon),
                merge.pick("attribution", Incident::attribution),
                merge.pick("unrecorded", Incident::unrecorded),
                merge.pick("injured", Incident::injured),
                merge.pick("controlled-by", Incident::controlledBy),
                new Words(merge.pick("account-en", incident -> incident.account().en()), merge.pick("account-ar", incident -> incident.account().ar())),
                merge.pick("notable", Incident::notable)), List.copyOf(merge.conflicts));
    }

    /** The same for what a mapping declares of a source. */
    static Merged<Source> source(@Nullable Source before, Source now, Source finding) {
        Merge<Source> merge = new Merge<>(before, now, finding);
        return new Merged<>(new Source(finding.kind(), finding.name(), merge.pick("confidential", Source::confidential), merge.pick("note", Source::note)),
                List.copyOf(merge.conflicts));
    }

    private <T extends @Nullable Object> T pick(String field, Function<R, T> get) {
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
