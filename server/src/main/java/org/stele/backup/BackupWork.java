package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.stele.database.Database;
import org.stele.database.Refusal;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import org.stele.statistics.Statistics;

/** Writes the backups that a command orders, by itself or over the server's socket, or the schedule; and keeps a record of each. */
public final class BackupWork {
    private final ObjectProvider<Database> database;
    private final Path data;
    private final ObjectProvider<Keyring> keyring;
    private final ObjectProvider<Statistics> statistics;

    BackupWork(ObjectProvider<Database> database, Path data, ObjectProvider<Keyring> keyring, ObjectProvider<Statistics> statistics) {
        this.database = database;
        this.data = data;
        this.keyring = keyring;
        this.statistics = statistics;
    }

    /** The record of backups and of the schedule. */
    public StateFile state() {
        return new StateFile(data);
    }

    /**
     * @param scheduled whether it counts as one that the schedule owes
     * @throws org.stele.database.Refusal if the place cannot be used as things stand
     */
    public BackupResult run(BackupOrder order, boolean scheduled, Consumer<String> progress) throws IOException, SQLException {
        long began = System.nanoTime();
        if (Path.of(order.to()).startsWith(data)) {
            throw new Refusal("The folder " + order.to() + " is the data folder or lies in it: what is lost with the register is no "
                    + "backup. Name another.");
        }
        try (BackupPlace place = BackupPlaces.of(data).toWrite(order.to())) {
            Backup.Written written = new Backup(database.getObject().login(), data, keyring.getObject()).write(place, order.originals(),
                    order.also().stream().map(Recipient::new).toList(), asOf -> KnownFigures.of(statistics.getObject(), asOf), progress);
            double seconds = (System.nanoTime() - began) / 1e9;
            state().done(new BackupState.Done(Instant.now(), place.address(), written.backup().name(), seconds), scheduled);
            List<String> lines = new ArrayList<>(List.of(said(order, written, seconds)));
            List<String> warnings = new ArrayList<>(warnings(written));
            if (order.keep() > 0) {
                // What lacks an original is no reason to remove an older one that may have it.
                if (written.missing().isEmpty()) {
                    Pruning.Pruned pruned = Pruning.prune(place, data, order.keep());
                    lines.addAll(pruned.lines());
                } else {
                    warnings.add("No old backup was removed, for one of them may hold what this one lacks.");
                }
            }
            return new BackupResult(written.missing().isEmpty(), List.copyOf(lines), List.copyOf(warnings));
        }
    }

    private static String said(BackupOrder order, Backup.Written written, double seconds) {
        return "Backup %s: %,d files, %,d bytes, of which %,d are new; %,d originals%s. All new files were read back. %.1f s"
                .formatted(written.backup().name(),
                written.backup().index().objects().size(), written.backup().index().bytes(), written.written(), written.originals(),
                order.originals() == Backup.Originals.NONE ? " (left out as asked)" : "", seconds);
    }

    private static List<String> warnings(Backup.Written written) {
        List<String> warnings = new ArrayList<>();
        if (!written.missing().isEmpty()) {
            warnings.add(("WARNING: of %,d originals the vault has no right copy, and they are NOT in this backup: %s. Mend them from their "
                    + "other copies (stele evidence fixity), then write another.")
                    .formatted(written.missing().size(), String.join(", ", written.missing().stream().limit(5).toList())
                            + (written.missing().size() > 5 ? ", …" : "")));
        }
        if (written.onlyService()) {
            warnings.add("WARNING: only the service identity opens this backup, and it is not in it. If this machine is lost, the backup "
                    + "is worthless. "
                    + "Make recovery shares (stele keys shares), then write another.");
        }
        return warnings;
    }
}
