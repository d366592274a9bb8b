package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.database.DatabaseStart;
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
    private static final String BESIDE = ".restoring-";
    private final BackupPlace place;
    private final BackupPlace.Named backup;
    private final Manifest manifest;
    private final List<Identity> identities;

    /** @throws IOException if none of the identities opens the backup */
    public Restore(BackupPlace place, BackupPlace.Named backup, List<Identity> identities) throws IOException {
        this.place = place;
        this.backup = backup;
        this.identities = identities;
        this.manifest = Backup.manifest(place, backup, identities);
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
        Path parent = Files.createDirectories(Optional.ofNullable(data.toAbsolutePath().getParent()).orElseThrow());
        String beside = "." + data.getFileName() + BESIDE;
        removeLeftOver(parent, beside);
        Path making = parent.resolve(beside + ProcessHandle.current().pid());
        Path vault = parent.resolve(beside + ProcessHandle.current().pid() + "-vault");
        try {
            progress.accept("checking %,d files of the backup".formatted(backup.index().objects().size()));
            Abreast.each(backup.index().objects().stream().filter(entry -> !entry.original()).toList(), entry -> {
                place.check(entry);
                return entry;
            }, done -> { });
            int originals;
            long rows;
            // It starts while the originals come. Nothing is written to it before every file was found to be right.
            try (DatabaseStart opening = DatabaseStart.inBackground(making, databaseUrl)) {
                originals = originals(Files.createDirectories(vault), progress);
                var login = opening.await().login();
                try (Connection connection = login.connect()) {
                    rows = new TableRestore(place, manifest, identities).into(login, connection, progress);
                }
            }
            Files.createDirectories(making);
            for (BackedUpFiles each : BackedUpFiles.values()) {
                try (InputStream in = SealedParts.read(place, manifest.part(Part.FILES + each.code()), identities)) {
                    Bundle.extract(in, each.in(making));
                }
            }
            Durable.rename(vault, making.resolve("vault"));
            String locked = openKeys(making);
            Files.deleteIfExists(data);
            Durable.rename(making, data);
            return new Restored(manifest, rows, originals, locked);
        } finally {
            Removal.of(making);
            Removal.of(vault);
        }
    }

    /** Each is summed on its way, so that an altered one is found before anything else is done. */
    private int originals(Path path, Consumer<String> progress) throws IOException {
        Folder vault = new Folder("main", path, 0);
        List<BackupIndex.Entry> all = backup.index().objects().stream().filter(BackupIndex.Entry::original).toList();
        try {
            return Abreast.each(all, Abreast.<BackupIndex.Entry, BlobName>io(entry -> original(vault, entry)),
                    done -> progress.accept("original %,d of %,d".formatted(done, all.size()))).size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private BlobName original(Folder vault, BackupIndex.Entry entry) throws IOException {
        BlobName name = new BlobName(entry.sha256());
        try (InputStream in = Channels.newInputStream(place.objects().open(name))) {
            vault.put(name, entry.length(), in);
            return name;
        } catch (IOException e) {
            // Names the file if it is the backup's fault.
            place.check(entry);
            throw e;
        }
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

    /** What restores into the same folder left that were killed; the name holds the process's number. */
    private static void removeLeftOver(Path parent, String beside) throws IOException {
        try (var left = Files.newDirectoryStream(parent, each -> each.getFileName().toString().startsWith(beside))) {
            for (Path each : left) {
                String process = each.getFileName().toString().substring(beside.length()).replace("-vault", "");
                if (process.matches("[0-9]{1,18}") && (Long.parseLong(process) == ProcessHandle.current().pid()
                        || ProcessHandle.of(Long.parseLong(process)).isEmpty())) {
                    clear(each);
                }
            }
        }
    }

    private static void clear(Path left) {
        try {
            Removal.of(left);
        } catch (IOException stillWrittenTo) {
            // By a database that outlived its program for a moment. The next restore clears it; the names differ.
        }
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
