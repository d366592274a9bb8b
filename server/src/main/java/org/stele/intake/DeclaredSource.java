package org.stele.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.Source;
import org.stele.register.Sources;

/**
 * The source that a mapping declares. One the register does not know is added; what a mapping declares otherwise than the import before
 * becomes a new version of it, unless somebody has corrected that since: then theirs stands and the conflict is told.
 */
final class DeclaredSource {

    private final Mapping mapping;
    private final Source declared;
    private final BatchWriter.Register register;
    private final Sources sources;
    private final Tally tally;

    DeclaredSource(Mapping mapping, BatchWriter.Register register, Sources sources, Tally tally) {
        this.mapping = mapping;
        this.declared = mapping.source();
        this.register = register;
        this.sources = sources;
        this.tally = tally;
    }

    /** Its number, for a dry run; none if the register does not know it. What would become of it is told. */
    @Nullable Long tried() {
        Long known = known().orElse(null);
        if (known != null) {
            tell(merged(sources.current(known).orElseThrow()));
        }
        return known;
    }

    /** Its number; a source that the register does not know is added. */
    long found(String by) {
        return known().orElseGet(() -> register.changes().make(by, "source of the lists mapped by '" + mapping.name() + "'", change ->
                // Another import may have added it in the meantime; now nobody else writes.
                known().orElseGet(() -> sources.open(change, List.of(declared)))));
    }

    /** Brings in what the mapping declares otherwise than before. No other import of the source may be under way. */
    void bring(long source, String by) {
        Compared compared = merged(sources.current(source).orElseThrow());
        if (!compared.same()) {
            compared = register.changes().make(by, "the mapping '" + mapping.name() + "' declares the source otherwise than before", change -> {
                // Read again: now nobody else writes.
                Compared now = merged(sources.current(source).orElseThrow());
                if (!now.same()) {
                    sources.revise(change, List.of(new Revision<>(source, now.version().number(), now.merged().finding())));
                }
                return now;
            });
        }
        tell(compared);
    }

    private record Compared(Version<Source> version, Merge.Merged<Source> merged) {
        boolean same() {
            return merged.finding().equals(version.record());
        }
    }

    private Optional<Long> known() {
        return register.runs().source(declared.kind(), declared.name());
    }

    private Compared merged(Version<Source> now) {
        Source before = register.runs().declared(now.id(), declared.kind(), declared.name()).orElse(null);
        return new Compared(now, Merge.source(before, declared, now.record()));
    }

    private void tell(Compared compared) {
        Source held = compared.version().record();
        Source next = compared.merged().finding();
        compared.merged().conflicts().forEach(conflict -> tally.conflict("", ImportReport.About.SOURCE, compared.version().id(), conflict));
        if (next.confidential() != held.confidential()) {
            tally.sourceRevised.add("confidential");
        }
        if (!Objects.equals(next.note(), held.note())) {
            tally.sourceRevised.add("note");
        }
    }
}
