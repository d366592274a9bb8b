package org.stele.statistics;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The versions in memory, brought up to date before a question that needs it. Many may ask at once; one of them loads. */
final class LoadedVersions {

    private final DataSource source;
    private final ReentrantLock loading = new ReentrantLock();
    private VersionLoader loader;
    private boolean sound = true;
    private volatile @Nullable Loaded loaded;

    LoadedVersions(DataSource source) {
        this.source = source;
        this.loader = new VersionLoader(source, new Dictionaries());
    }

    /** All versions of the changes up to this one at least. */
    Loaded upTo(long change) {
        Loaded now = loaded;
        if (now != null && now.change() >= change) {
            return now;
        }
        loading.lock();
        try {
            now = loaded;
            if (now == null || now.change() < change) {
                now = load();
                loaded = now;
            }
            if (now.change() < change) {
                throw new IllegalStateException("Change %d is said to be made, but only %d are in the database".formatted(change, now.change()));
            }
            return now;
        } finally {
            loading.unlock();
        }
    }

    /** After a failure half-way the tables are filled anew; codes stay what they are, for others have kept them. */
    private Loaded load() {
        if (!sound) {
            loader = new VersionLoader(source, loader.dictionaries());
        }
        sound = false;
        Loaded state = loader.load();
        sound = true;
        return state;
    }
}
