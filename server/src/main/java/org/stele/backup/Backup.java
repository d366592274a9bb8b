package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stele.database.Database;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import org.stele.vault.Folder;
import org.stele.vault.Location;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes backups of one register. The tables are written whole each time, from one snapshot, and a table that did not change since the
 * last backup is not stored again; originals and everything else are stored once. The sealed log is read before the tables, so that it is
 * never ahead of them. Nothing counts as a backup before all of it was read back from the disk.
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
        NONE
    }

    /**
     * @param written bytes that were not in the folder before
     * @param onlyService whether nobody but the service itself can open it
     */
    public record Written(BackupFolder.Named backup, long written, int originals, boolean onlyService) {
    }

    /**
     * @param also public keys of age besides the recovery shares and the service identity
     * @param figures asked with the instant of the last change in the backup; what it answers is kept, to be compared after a restore
     * @param progress told a line now and then
     * @throws UnsoundBackup if something read back is not what was written
     */
    public Written write(BackupFolder folder, Originals originals, List<Recipient> also, Function<Instant, Map<String, String>> figures,
            Consumer<String> progress) throws IOException, SQLException {
        Set<Recipient> recipients = new LinkedHashSet<>(keyring.sealedTo());
        recipients.addAll(also);
        List<String> names = recipients.stream().map(Recipient::text).sorted().toList();
        SealedParts sealed = new SealedParts(folder, List.copyOf(recipients), earlier(folder, names));
        List<BackupIndex.Entry> objects = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        progress.accept("the sealed log and files");
        for (BackedUpFiles each : BackedUpFiles.values()) {
            parts.add(sealed.write(Part.FILES + each.code(), "", out -> each.write(data, out)));
        }
        Manifest manifest;
        int kept;
        try (Snapshot snapshot = new Snapshot(login)) {
            var last = snapshot.lastChange();
            for (String table : snapshot.tables()) {
                progress.accept("table " + table);
                String columns = snapshot.columns(table);
                parts.add(sealed.write(Part.TABLE + table, columns, out -> snapshot.copy(table, columns, out)));
            }
            parts.add(sealed.write(Part.SEQUENCES, "", out -> {
                try {
                    snapshot.sequences(out);
                    return 0;
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }));
            parts.add(sealed.write(Part.SCHEMA, "", out -> Schema.write(snapshot, out)));
            kept = originals == Originals.NONE ? 0 : copyOriginals(folder, snapshot, originals, objects, progress);
            manifest = new Manifest(Manifest.FORMAT, began.toString(), program(), server(snapshot), last.getValue(), last.getKey(), names, parts,
                    last.getValue().isEmpty() ? Map.of() : figures.apply(Instant.parse(last.getValue())));
        }
        Part written = sealed.write("manifest", "", out -> {
            out.write(JSON.writeValueAsBytes(manifest));
            return 0;
        });
        parts.add(written);
        parts.forEach(part -> objects.add(new BackupIndex.Entry(part.object(), part.length(), false)));
        progress.accept("reading back");
        objects.stream().filter(entry -> !entry.original()).distinct().forEach(folder::check);
        var index = new BackupIndex(Manifest.FORMAT, began.toString(), program(), written.object(), names, keyring.shareFingerprints(),
                originals.name().toLowerCase(Locale.ROOT), objects.stream().distinct().toList());
        return new Written(folder.publish(index), sealed.written(), kept, keyring.isWithoutRecovery() && also.isEmpty());
    }

    /** Copies what is missing, and reads every byte of it back. */
    private int copyOriginals(BackupFolder folder, Snapshot snapshot, Originals which, List<BackupIndex.Entry> objects, Consumer<String> progress)
            throws IOException, SQLException {
        if (!snapshot.has("blob")) {
            return 0;
        }
        Location vault = new Folder("main", data.resolve("vault"), 0);
        int done = 0;
        var originals = snapshot.originals();
        for (var original : originals.entrySet()) {
            var entry = new BackupIndex.Entry(original.getKey().sha256(), original.getValue(), true);
            OptionalLong there = folder.objects().length(original.getKey());
            if (there.isEmpty()) {
                try (InputStream in = Channels.newInputStream(vault.open(original.getKey()))) {
                    folder.objects().put(original.getKey(), original.getValue(), in);
                }
            }
            if (there.isEmpty() || which == Originals.ALL || there.getAsLong() != original.getValue()) {
                folder.check(entry);
            }
            objects.add(entry);
            if (++done % 100 == 0) {
                progress.accept("original " + done + " of " + originals.size());
            }
        }
        return done;
    }

    /** Only where this machine can read the last backup; else everything is written anew. */
    private Map<String, Part> earlier(BackupFolder folder, List<String> recipients) {
        Map<String, Part> parts = new HashMap<>();
        try {
            List<BackupFolder.Named> all = folder.list();
            if (!all.isEmpty() && keyring.identity().isPresent()) {
                Manifest last = manifest(folder, all.getLast(), List.of(keyring.identity().get()));
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
    public static Manifest manifest(BackupFolder folder, BackupFolder.Named backup, List<Identity> identities) throws IOException {
        BackupIndex index = backup.index();
        index.objects().stream().filter(entry -> entry.sha256().equals(index.manifest())).forEach(folder::check);
        try (InputStream in = SealedParts.read(folder, index.manifest(), identities)) {
            byte[] bytes = in.readAllBytes();
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new UnsoundBackup("The backup " + backup.name() + " has format " + manifest.format() + ", which this program does not know: a newer one wrote it");
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
