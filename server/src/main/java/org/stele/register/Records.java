package org.stele.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stele.history.Change;
import org.stele.history.Kind;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.history.Versions;

/**
 * Records of one kind, with all their versions. Writing takes a change, so that who, when and why are known.
 *
 * @param <R> the record
 */
public sealed abstract class Records<R> permits Victims, Incidents, Sources {

    private final Kind<R> kind;
    private final Versions versions;

    Records(Kind<R> kind, Versions versions) {
        this.kind = kind;
        this.versions = versions;
    }

    /** The current version. */
    public Optional<Version<R>> current(long id) {
        return versions.current(kind, id);
    }

    /** Current versions of several records, in order of id; unknown ids are left out. */
    public List<Version<R>> current(Collection<Long> ids) {
        return versions.current(kind, ids);
    }

    /** The version that was true at a moment; empty if the record was not yet in the register. */
    public Optional<Version<R>> asOf(long id, Moment moment) {
        return versions.asOf(kind, id, moment);
    }

    /** Every version, oldest first; empty if there is no such record. */
    public List<Version<R>> all(long id) {
        return versions.all(kind, id);
    }

    /** Exactly these versions, in the order given.
     *  @throws IllegalArgumentException if one does not exist */
    public List<Version<R>> exactly(List<VersionKey> keys) {
        return versions.exactly(kind, keys);
    }

    /** Opens new records; returns the id of the first, the others follow one by one. */
    public long open(Change change, List<R> records) {
        return change.open(kind, records);
    }

    /** Opens new records under ids taken before with {@link #takeIds}. */
    public void open(Change change, long firstId, List<R> records) {
        change.open(kind, firstId, records);
    }

    /** Takes ids in a row for records that refer to one another before they are opened; returns the first. */
    public long takeIds(Change change, int count) {
        return change.takeIds(kind.table(), count);
    }

    /** Replaces current versions by the next ones; all or none.
     *  @throws StaleVersion if one of them is no longer current */
    public void revise(Change change, List<Revision<R>> revisions) {
        change.revise(kind, revisions);
    }
}
