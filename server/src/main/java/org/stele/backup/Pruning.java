package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.stele.database.Refusal;
import org.stele.vault.BlobName;

/**
 * Removes old backups. A backup's index goes first, and is kept aside until those of its parts are gone that no other backup needs: so
 * that whatever is interrupted, what is listed is whole, and what is left over is removed the next time.
 */
public final class Pruning {
    private Pruning() {
    }

    /**
     * What was done.
     *
     * @param names of the backups that are gone
     * @param bytes of the parts that are gone
     * @param kept what the place would not let go, in its words
     */
    public record Pruned(List<String> names, long bytes, List<String> kept) {
        /** In sentences for people. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            if (!names.isEmpty() || bytes > 0) {
                lines.add("Removed %,d old %s and %,d bytes that no other needs.".formatted(names.size(), names.size() == 1 ? "backup"
                        : "backups", bytes));
            }
            if (!kept.isEmpty()) {
                lines.add("%,d files of old backups stay, for the place does not let them go: %s".formatted(kept.size(), kept.getFirst()));
            }
            return lines;
        }
    }

    /**
     * As {@link #prune(BackupPlace, Path, int)}, by hand: the newest whole backup is read first, every byte of it.
     *
     * @throws Refusal if it is not as it was written; nothing is removed then
     */
    public static Pruned afterReading(BackupPlace place, Path data, int keep, Consumer<String> progress) throws IOException {
        List<BackupPlace.Named> all = place.list();
        List<BackupPlace.Named> gone = keep < 1 ? List.of() : Retention.superfluous(all, keep);
        if (!gone.isEmpty()) {
            BackupPlace.Named newest = all.reversed().stream().filter(each -> each.index().whole()).findFirst().orElse(all.getLast());
            List<String> faults = place.faults(newest, progress);
            if (!faults.isEmpty()) {
                throw new Refusal("The newest backup " + newest.name() + " is not as it was written, so no older one is removed: "
                        + faults.getFirst() + ".");
            }
        }
        return prune(place, data, keep);
    }

    /**
     * @param data where the turn is taken if the place has no folder on this machine
     * @param keep so many whole backups stay, at least 1
     * @throws UnsoundBackup if an index cannot be read, for nobody knows then what it needs; nothing is removed
     */
    static Pruned prune(BackupPlace place, Path data, int keep) throws IOException {
        if (keep < 1) {
            throw new Refusal("At least one backup must stay: --keep takes 1 or more, not " + keep + ".");
        }
        try (Turn turn = Turn.take(place, data)) {
            List<String> names = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (BackupPlace.Named each : Retention.superfluous(place.list(), keep)) {
                String file = BackupPlace.INDEXES + each.name() + ".json";
                try {
                    place.shelf().write(BackupPlace.REMOVED + each.name() + ".json", place.shelf().read(file));
                    place.shelf().remove(file);
                    names.add(each.name());
                } catch (IOException e) {
                    kept.add(String.valueOf(e.getMessage()));
                }
            }
            return new Pruned(List.copyOf(names), sweep(place, kept), List.copyOf(kept));
        }
    }

    /** Removes what only removed backups need, also those that an earlier time left over. */
    private static long sweep(BackupPlace place, List<String> kept) throws IOException {
        Set<String> needed = new HashSet<>();
        Set<String> listed = new HashSet<>();
        for (BackupPlace.Named each : place.list()) {
            listed.add(each.name());
            each.index().objects().forEach(entry -> needed.add(entry.sha256()));
        }
        long bytes = 0;
        for (String file : place.shelf().names(BackupPlace.REMOVED)) {
            BackupPlace.Named removed = place.read(file);
            if (listed.contains(removed.name())) {
                // Its index could not be removed, so it is a backup still.
                continue;
            }
            try {
                for (BackupIndex.Entry entry : removed.index().objects()) {
                    BlobName name = new BlobName(entry.sha256());
                    if (!needed.contains(entry.sha256()) && place.objects().length(name).isPresent()) {
                        place.objects().remove(name);
                        bytes += entry.length();
                    }
                }
                place.shelf().remove(file);
            } catch (IOException e) {
                kept.add(String.valueOf(e.getMessage()));
            }
        }
        return bytes;
    }
}
