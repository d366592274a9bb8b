package org.stele.register;

import java.util.List;
import java.util.Optional;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.FaultyCodebook;
import org.stele.history.Change;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.Versions;

/** The codebooks the register has worked by: one in force at any moment, all of them kept. */
public final class Codebooks {

    /** There is one codebook in force, so it is one record with many versions. */
    private static final long THE_ONE = 1;

    private final Versions versions;
    private final AdoptedCodebookKind kind = new AdoptedCodebookKind();

    Codebooks(Versions versions) {
        this.versions = versions;
    }

    /**
     * Puts a codebook in force from this change on. The same text again changes nothing.
     *
     * @return whether anything changed
     * @throws FaultyCodebook if the text is no sound codebook; nothing is written then
     */
    public boolean adopt(Change change, String text) {
        AdoptedCodebook next = kind.read(text, CodebookFile.digest(text));
        Optional<Version<AdoptedCodebook>> current = versions.current(kind, THE_ONE);
        if (current.isEmpty()) {
            change.open(kind, THE_ONE, List.of(next));
        } else if (current.get().record().sha256().equals(next.sha256())) {
            return false;
        } else {
            change.revise(kind, List.of(new Revision<>(THE_ONE, current.get().number(), next)));
        }
        return true;
    }

    /** The codebook in force now; empty before the first was adopted. */
    public Optional<Version<AdoptedCodebook>> inForce() {
        return versions.current(kind, THE_ONE);
    }

    /** The codebook in force at a moment. Before the first was adopted, the first: a question needs some definition of its words. */
    public Optional<Version<AdoptedCodebook>> inForce(Moment moment) {
        return versions.asOf(kind, THE_ONE, moment).or(() -> all().stream().findFirst());
    }

    /** Every codebook that was ever in force, oldest first. */
    public List<Version<AdoptedCodebook>> all() {
        return versions.all(kind, THE_ONE);
    }
}
