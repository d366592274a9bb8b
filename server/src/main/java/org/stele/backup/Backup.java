package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stele.database.Database;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import org.stele.sealing.Standstill;
import org.stele.vault.Folder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes backups of one register, while others write to it. The tables are written whole each time, from one snapshot, and a table that
 * did not change since the last backup is not stored again; originals and everything else are stored once. The sealed log is read at the
 * very instant of the snapshot. Nothing counts as a backup before all of it was read back from where it lies.
 */
public final class Backup {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Database.Login login;
    private final Path data;
    private final Keyring keyring;

    public Backup(Database.Login login, Path data, Keyring keyring) {
        this.login = login;
        this.data = data;
        this.keyring = keyring;
    }

    /** What becomes of the originals of evidence. */
    public enum Originals {
        /** All are in the backup, and those that were there already are read again. */
        ALL,
        /** All are in the backup; those that were there already are only looked for. */
        NEW,
        /** None: the vault's own copies must be kept otherwise. */
        NONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param written bytes that were not there before
     * @param missing originals that are not in it, by their SHA-256, because the vault had no right copy of them
     * @param onlyService whether nobody but the service itself can open it
     */
    public record Written(BackupPlace.Named backup, long written, int originals, List<String> missing, boolean onlyService) {
    }

    /** What is gathered on the way. */
    private record Parts(List<Part> all, SealedParts sealed) {
        void add(String name, String columns, SealedParts.Content content) throws IOException {
            all.add(sealed.write(name, columns, content));
        }
    }

    /**
     * @param also public keys of age besides the recovery shares and the service identity
     * @param figures asked with the instant of the last change in the backup; what it answers is kept, to be compared after a restore
     * @param progress told a line now and then
     * @throws UnsoundBackup if something read back is not what was written
     * @throws org.stele.database.Refusal if another backup is being written there
     */
    public Written write(BackupPlace place, Originals originals, List<Recipient> also, Function<Instant, Map<String, String>> figures,
            Consumer<String> progress) throws IOException, SQLException {
        Set<Recipient> recipients = new LinkedHashSet<>(keyring.sealedTo());
        recipients.addAll(also);
        List<String> names = recipients.stream().map(Recipient::text).sorted().toList();
        Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Connection connection = login.connect();
        try (Turn turn = Turn.take(place, data)) {
            Parts parts = new Parts(new ArrayList<>(), new SealedParts(place, turn, List.copyOf(recipients), earlier(place, names)));
            progress.accept("the sealed log and files");
            Map.Entry<Long, String> last;
            SealedLog log;
            Snapshot snapshot;
            // Nobody publishes meanwhile, so that the log in the folder and the tables in the snapshot say the same.
            try (Standstill still = Standstill.take(connection)) {
                snapshot = new Snapshot(connection);
                last = snapshot.lastChange();
                log = SealedLog.in(data).orElse(null);
                parts.add(Part.FILES + BackedUpFiles.LOG.code(), "", out -> BackedUpFiles.LOG.write(data, out));
            }
            for (BackedUpFiles each : List.of(BackedUpFiles.KEYS, BackedUpFiles.OTHERS)) {
                parts.add(Part.FILES + each.code(), "", out -> each.write(data, out));
            }
            tables(snapshot, parts, progress);
            OriginalsCopy.Copied copied = new OriginalsCopy(new Folder("main", data.resolve("vault"), 0), place, originals == Originals.ALL)
                    .copy(originals == Originals.NONE ? new java.util.LinkedHashMap<>() : snapshot.originals(), progress);
            var manifest = new Manifest(Manifest.FORMAT, began.toString(), program(), server(snapshot), last.getValue(), last.getKey(),
                    names, log, copied.missing(),
                    List.copyOf(parts.all()), last.getValue().isEmpty() ? Map.of() : figures.apply(Instant.parse(last.getValue())));
            snapshot.close();
            Part written = parts.sealed().write("manifest", "", out -> {
                out.write(JSON.writeValueAsBytes(manifest));
                return 0;
            });
            parts.all().add(written);
            progress.accept("reading back");
            List<BackupIndex.Entry> objects = new ArrayList<>(copied.entries());
            List<BackupIndex.Entry> sealed = parts.all().stream().map(part -> new BackupIndex.Entry(part.object(), part.length(),
                    false)).distinct().toList();
            Abreast.each(sealed, entry -> {
                place.check(entry);
                return entry;
            }, done -> { });
            objects.addAll(sealed);
            var index = new BackupIndex(Manifest.FORMAT, began.toString(), program(), written.object(), names, keyring.shareFingerprints(),
                    originals.code(), copied.missing().size(), objects);
            return new Written(place.publish(index), parts.sealed().written() + copied.written(), copied.entries().size(), copied.missing(),
                    keyring.isWithoutRecovery() && also.isEmpty());
        } finally {
            connection.close();
        }
    }

    private static void tables(Snapshot snapshot, Parts parts, Consumer<String> progress) throws IOException, SQLException {
        for (String table : snapshot.tables()) {
            progress.accept("table " + table);
            String columns = snapshot.columns(table);
            parts.add(Part.TABLE + table, columns, out -> snapshot.copy(table, columns, out));
        }
        parts.add(Part.SEQUENCES, "", out -> {
            try {
                snapshot.sequences(out);
                return 0;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
        parts.add(Part.SCHEMA, "", out -> Schema.write(snapshot, out));
    }

    /** Only where this machine can read the last backup; else everything is written anew. */
    private Map<String, Part> earlier(BackupPlace place, List<String> recipients) {
        Map<String, Part> parts = new HashMap<>();
        try {
            List<BackupPlace.Named> all = place.list();
            if (!all.isEmpty() && keyring.identity().isPresent()) {
                Manifest last = manifest(place, all.getLast(), List.of(keyring.identity().get()));
                if (last.recipients().equals(recipients)) {
                    last.parts().forEach(part -> parts.put(part.name(), part));
                }
            }
        } catch (IOException | UnsoundBackup damagedOrNotOursToRead) {
            // An earlier backup that cannot be read is no reason not to write a good one.
            return Map.of();
        }
        return parts;
    }

    /** What a backup holds. @throws IOException if none of the identities opens it, or it was altered */
    public static Manifest manifest(BackupPlace place, BackupPlace.Named backup, List<Identity> identities) throws IOException {
        BackupIndex index = backup.index();
        index.objects().stream().filter(entry -> entry.sha256().equals(index.manifest())).forEach(place::check);
        try (InputStream in = SealedParts.read(place, index.manifest(), identities)) {
            byte[] bytes = in.readAllBytes();
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new UnsoundBackup("The backup " + backup.name() + " has format " + manifest.format()
                        + ", which this program does not know: a newer one wrote it");
            }
            return manifest;
        }
    }

    private static String server(Snapshot snapshot) throws SQLException {
        return snapshot.rows("show server_version", 1).getFirst().getFirst();
    }

    private static String program() {
        String version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
