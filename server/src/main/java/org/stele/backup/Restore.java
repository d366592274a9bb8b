package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.database.Database;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;
import org.stele.keys.LockedCompartment;
import org.stele.keys.Recovery;
import org.stele.vault.BlobName;
import org.stele.vault.Folder;

/**
 * Builds a register from a backup, in a folder where nothing is yet. It is built beside and gets its name in one step when every table was
 * compared with the backup, so that what is there under the name is whole.
 */
public final class Restore {
    private final BackupFolder folder;
    private final BackupFolder.Named backup;
    private final Manifest manifest;
    private final List<Identity> identities;

    /** @throws IOException if none of the identities opens the backup */
    public Restore(BackupFolder folder, BackupFolder.Named backup, List<Identity> identities) throws IOException {
        this.folder = folder;
        this.backup = backup;
        this.identities = identities;
        this.manifest = Backup.manifest(folder, backup, identities);
    }

    /**
     * @param originals how many were put into the vault
     * @param locked why confidential things cannot be read on this machine yet; empty if they can
     */
    public record Restored(Manifest manifest, long rows, int originals, String locked) {
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * @param data the data folder to make; must not exist or be empty
     * @param databaseUrl an empty database of a PostgreSQL server, instead of the embedded one
     * @throws UnsoundBackup naming the file that is missing or altered; nothing was restored then
     */
    public Restored into(Path data, @Nullable String databaseUrl, Consumer<String> progress) throws IOException, SQLException {
        refuseOccupied(data);
        progress.accept("checking %d files of the backup".formatted(backup.index().objects().size()));
        backup.index().objects().forEach(folder::check);
        Path parent = Files.createDirectories(Optional.ofNullable(data.toAbsolutePath().getParent()).orElseThrow());
        Path making = parent.resolve("." + data.getFileName() + ".restoring-" + ProcessHandle.current().pid());
        Removal.of(making);
        try {
            long rows;
            // First, because it takes the folder only while it is empty.
            try (Database database = Database.open(making, databaseUrl); Connection connection = database.login().connect()) {
                rows = new TableRestore(folder, manifest, identities).into(database.login(), connection, progress);
            }
            Files.createDirectories(making);
            for (BackedUpFiles each : BackedUpFiles.values()) {
                try (InputStream in = SealedParts.read(folder, manifest.part(Part.FILES + each.code()), identities)) {
                    Bundle.extract(in, each.in(making));
                }
            }
            int originals = originals(making, progress);
            String locked = openKeys(making);
            Files.deleteIfExists(data);
            Durable.rename(making, data);
            return new Restored(manifest, rows, originals, locked);
        } finally {
            Removal.of(making);
        }
    }

    private int originals(Path making, Consumer<String> progress) throws IOException {
        Path path = Files.createDirectories(making.resolve("vault"));
        Folder vault = new Folder("main", path, 0);
        int done = 0;
        for (BackupIndex.Entry entry : backup.index().objects()) {
            if (entry.original()) {
                BlobName name = new BlobName(entry.sha256());
                try (InputStream in = Channels.newInputStream(folder.objects().open(name))) {
                    vault.put(name, entry.length(), in);
                }
                if (++done % 100 == 0) {
                    progress.accept("original " + done);
                }
            }
        }
        return done;
    }

    /** A backup may have been opened by somebody to whom its keys are not sealed: then the register is there, and what is locked stays so. */
    private String openKeys(Path making) {
        Keyring keyring = Keyring.open(making);
        for (Identity identity : identities) {
            try {
                new Recovery(keyring).recover(identity, false);
                return "";
            } catch (LockedCompartment e) {
                // The next identity, then.
            }
        }
        return "the keys in it are sealed to others than who opened the backup; three recovery shares open them: stele keys recover";
    }

    private static void refuseOccupied(Path data) throws IOException {
        if (Files.exists(data)) {
            try (var entries = Files.list(data)) {
                if (!Files.isDirectory(data) || entries.findAny().isPresent()) {
                    throw new Refusal("The folder " + data + " is not empty. A restore goes into a new folder: name another with --data.");
                }
            }
        }
    }
}
