package org.stele.register;

import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.history.Versions;

/** Who or what told us. */
public final class Sources extends Records<Source> {
    Sources(Versions versions) {
        super(new SourceRecordKind(), versions);
    }

    /**
     * The source as it was known at a moment, for a reader.
     *
     * <p>Whether it must be protected is never asked of the past: a source who became confidential since is confidential on every
     * page, also on those that show how things stood before.
     *
     * @throws java.util.NoSuchElementException if there never was such a source
     */
    public Source asSeen(long id, Moment moment) {
        Source now = current(id).orElseThrow().record();
        Source then = asOf(id, moment).map(Version::record).orElse(now);
        return new Source(then.kind(), then.name(), then.confidential() || now.confidential(), then.note());
    }
}
