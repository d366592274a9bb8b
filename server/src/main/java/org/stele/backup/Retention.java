package org.stele.backup;

import java.util.List;

/** Which backups may go so that enough stay. */
final class Retention {
    private Retention() {
    }

    /**
     * Those that are older than the last so many whole ones. One that lacks originals never pushes out one that has them; only where
     * none at all has originals do all count.
     *
     * @param oldestFirst all that are there
     * @param keep at least 1
     */
    static List<BackupPlace.Named> superfluous(List<BackupPlace.Named> oldestFirst, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("At least one backup stays, not " + keep);
        }
        boolean withOriginals = oldestFirst.stream().anyMatch(each -> each.index().whole());
        int whole = 0;
        for (int at = oldestFirst.size() - 1; at >= 0; at--) {
            BackupIndex index = oldestFirst.get(at).index();
            whole += index.whole() || !withOriginals && index.missing() == 0 ? 1 : 0;
            if (whole == keep) {
                return List.copyOf(oldestFirst.subList(0, at));
            }
        }
        return List.of();
    }
}
