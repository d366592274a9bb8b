package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.keys.Identity;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Log;

/** Restores a backup where it disturbs nobody, and says whether what comes out is what went in, and how long one would wait for it. */
public final class Drill {
    /** No server's address, and not the environment's either. */
    private static final String EMBEDDED = "";
    private final Restore restore;
    private final Path data;
    private final Path source;

    /**
     * @param data   the folder to restore into: of this drill alone, removed after it
     * @param source the data folder that was backed up; its log is compared if it is there
     */
    public Drill(BackupPlace place, BackupPlace.Named backup, List<Identity> identities, Path data, Path source) throws IOException {
        this.restore = new Restore(place, backup, identities);
        this.data = data;
        this.source = source;
    }

    /** What was found, in sentences. */
    public record Result(boolean passed, List<String> lines) {
    }

    /**
     * What the restored register itself says.
     *
     * @param figures the same questions as when the backup was written
     * @param faults what it finds when it compares every record with the sealed log, in words
     * @param entries of the log that were compared
     */
    public record Opened(Map<String, String> figures, List<String> faults, long entries) {
    }

    /** @param open opens the restored data folder, counts as of the instant and verifies */
    public Result run(Consumer<String> progress, BiFunction<Path, Optional<Instant>, Opened> open) throws IOException, SQLException {
        long began = System.nanoTime();
        Restore.Restored restored = restore.into(data, EMBEDDED, progress);
        double restoring = seconds(began);
        Manifest manifest = restored.manifest();
        List<String> lines = new ArrayList<>();
        lines.add("Restored %,d rows in %d tables and %d originals in %.1f s: every table is byte for byte what was backed up."
                .formatted(restored.rows(),
                manifest.tables(), restored.originals(), restoring));
        lines.addAll(restored.locked().isEmpty() ? List.of() : List.of("NOTE: " + restored.locked()));
        boolean passed = log(manifest.log(), lines);
        // Before it is opened: a register that runs signs a checkpoint over what was not yet published.
        Opened opened = open.apply(data, manifest.asOf().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(manifest.asOf())));
        opened.faults().forEach(fault -> lines.add("NOT AS IT WAS SEALED: " + fault));
        passed &= opened.faults().isEmpty();
        if (opened.faults().isEmpty()) {
            lines.add("same records: each of %,d entries of the log was computed anew from its record".formatted(opened.entries()));
        }
        if (manifest.figures().isEmpty()) {
            lines.add("The backup records no figures (no codebook was in force, or it was written before an upgrade): none were compared.");
        }
        for (var figure : manifest.figures().entrySet()) {
            String now = opened.figures().get(figure.getKey());
            boolean same = figure.getValue().equals(now);
            passed &= same;
            lines.add("%s figures %s, as of %s: %s".formatted(same ? "same" : "DIFFERENT", figure.getKey(), manifest.asOf(),
                    same ? figure.getValue() : "recorded " + figure.getValue() + ", now " + now));
        }
        lines.add("Recovery took %.1f s: %.1f s until the register was back, the rest to start it, count and verify."
                .formatted(seconds(began), restoring));
        lines.add(passed ? "The drill passed: this backup restores." : "THE DRILL FAILED.");
        return new Result(passed, List.copyOf(lines));
    }

    /** Size, root and checkpoint as recorded, as restored, as the restored tiles give them, and as the register's own log has them. */
    private boolean log(@Nullable SealedLog recorded, List<String> lines) {
        Optional<SealedLog> restored = SealedLog.in(data);
        if (recorded == null) {
            lines.add(restored.isEmpty() ? "The backup holds no sealed log: none was published."
                    : "DIFFERENT log: the backup records none, but one was restored");
            return restored.isEmpty();
        }
        if (!restored.equals(Optional.of(recorded))) {
            lines.add("DIFFERENT log: recorded " + recorded + ", restored " + restored.map(SealedLog::toString).orElse("none"));
            return false;
        }
        Optional<String> fault = fault(data, recorded, "the restored tiles");
        Optional<SealedLog> own = SealedLog.in(source);
        if (fault.isEmpty() && own.isPresent()) {
            fault = own.get().size() < recorded.size() ? Optional.of("the register's own log has only %,d entries".formatted(own.get()
                    .size()))
                    : fault(source, recorded, "the register's own log");
        }
        lines.add(fault.map(found -> "DIFFERENT log: " + found).orElseGet(() ->
                "same log: %,d entries, root %s, checkpoint %s; the restored tiles give this root%s".formatted(
                recorded.size(), recorded.root(), recorded.checkpoint(),
                own.map(log -> ", and the register's own log of %,d entries begins with it".formatted(log.size())).orElse(""))));
        return fault.isEmpty();
    }

    private static Optional<String> fault(Path data, SealedLog wanted, String whose) {
        try {
            String root = Log.root(new FileTiles(data.resolve("log")), wanted.size()).base64();
            return root.equals(wanted.root()) ? Optional.empty() : Optional.of("%s give the root %s over %,d entries, not %s"
                    .formatted(whose, root, wanted.size(), wanted.root()));
        } catch (RuntimeException e) {
            return Optional.of(whose + " cannot be read: " + e.getMessage());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Removes what a drill left. */
    public static void remove(Path folder) throws IOException {
        Removal.of(folder);
    }
}
