package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stele.keys.Identity;

/** Restores a backup where it disturbs nobody, and says whether what comes out is what went in. */
public final class Drill {
    /** No server's address, and not the environment's either. */
    private static final String EMBEDDED = "";
    private final Restore restore;
    private final Path data;

    /** @param data the folder to restore into: of this drill alone, removed after it */
    public Drill(BackupFolder folder, BackupFolder.Named backup, List<Identity> identities, Path data) throws IOException {
        this.restore = new Restore(folder, backup, identities);
        this.data = data;
    }

    /** What was found, in sentences. */
    public record Result(boolean passed, List<String> lines) {
    }

    /** The instant as of which the figures are compared. */
    public Instant asOf() {
        return Instant.parse(restore.manifest().asOf());
    }

    /** @param figures counts on the restored data folder */
    public Result run(Consumer<String> progress, Function<Path, Map<String, String>> figures) throws IOException, SQLException {
        long began = System.nanoTime();
        Restore.Restored restored = restore.into(data, EMBEDDED, progress);
        double seconds = (System.nanoTime() - began) / 1e9;
        List<String> lines = new ArrayList<>();
        Manifest manifest = restored.manifest();
        lines.add("Restored %,d rows in %d tables and %d originals in %.1f s: every table is byte for byte what was backed up.".formatted(restored.rows(),
                manifest.tables(), restored.originals(), seconds));
        lines.addAll(restored.locked().isEmpty() ? List.of() : List.of("NOTE: " + restored.locked()));
        boolean passed = true;
        if (manifest.figures().isEmpty()) {
            lines.add("The backup records no figures (no codebook was in force, or it was written before an upgrade): none were compared.");
        } else {
            Map<String, String> now = figures.apply(data);
            for (var figure : manifest.figures().entrySet()) {
                boolean same = figure.getValue().equals(now.get(figure.getKey()));
                passed &= same;
                lines.add("%s figures %s, as of %s: %s".formatted(same ? "same" : "DIFFERENT", figure.getKey(), manifest.asOf(),
                        same ? figure.getValue() : "recorded " + figure.getValue() + ", now " + now.get(figure.getKey())));
            }
        }
        lines.add((passed ? "The drill passed: this backup restores." : "THE DRILL FAILED.") + " %.1f s in all".formatted((System.nanoTime() - began) / 1e9));
        return new Result(passed, List.copyOf(lines));
    }

    /** Removes what a drill left. */
    public static void remove(Path folder) throws IOException {
        Removal.of(folder);
    }
}
