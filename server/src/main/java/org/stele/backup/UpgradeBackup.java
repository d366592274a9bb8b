package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.stele.database.BeforeUpgrade;
import org.stele.database.DataPlace;
import org.stele.database.Database;
import org.stele.database.Refusal;
import org.stele.keys.Keyring;

/**
 * Writes a backup before a newer program changes tables that hold records. It lies in the data folder itself, so it helps against an
 * upgrade that goes wrong and not against the loss of the disk. Without originals: no upgrade touches them.
 */
final class UpgradeBackup implements BeforeUpgrade {
    static final String FOLDER = "backup-before-upgrade";
    private static final String SETTING = "stele.backup.before-upgrade";
    private final DataPlace place;
    private final Environment environment;

    UpgradeBackup(DataPlace place, Environment environment) {
        this.place = place;
        this.environment = environment;
    }

    @Override
    public void upgrading(Database.Login login, List<String> pending) {
        Path to = place.path().resolve(FOLDER);
        try {
            if (!holdsRecords(login)) {
                return;
            }
            if (!environment.getProperty(SETTING, Boolean.class, true)) {
                System.err.println("stele: upgrading the tables without a backup, as " + SETTING + " asks for.");
                return;
            }
            System.err.println("stele: this program is newer than the tables (" + pending.size() + " steps, first " + pending.getFirst()
                    + "); writing a backup to " + to + " first.");
            Backup.Written written = new Backup(login, place.path(), Keyring.open(place.path()))
                    .write(BackupPlace.in(to), Backup.Originals.NONE, List.of(), asOf -> Map.of(), at -> { });
            System.err.println("stele: wrote " + written.backup().name() + ".");
        } catch (IOException | SQLException e) {
            throw new Refusal("The tables were not upgraded, because the backup before it failed: " + e.getMessage()
                    + ". Make room or put right what it says; "
                    + "or set " + SETTING + "=false (in the environment STELE_BACKUP_BEFORE_UPGRADE=false) if there is another backup.", e);
        }
    }

    private boolean holdsRecords(Database.Login login) throws SQLException {
        try (Snapshot snapshot = new Snapshot(login)) {
            if (!Keyring.isIn(place.path()) && snapshot.has("key_version") && !snapshot.rows("select 1::text from key_version limit 1",
                    1).isEmpty()) {
                throw new Refusal("The register's keys are missing from " + place.path()
                        + ": put the folder keys back, from a backup or a copy. Nothing was changed.");
            }
            return snapshot.has("change") && !snapshot.rows("select 1::text from change limit 1", 1).isEmpty();
        }
    }
}
