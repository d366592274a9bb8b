package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.fixity.Digest;
import org.stele.vault.BlobName;
import org.stele.vault.Folder;
import org.stele.vault.Location;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where backups go: {@code objects/}, in which each file is named by its SHA-256 and never written twice, and {@code backups/}, with one
 * small index for each backup. Several backups share the objects that did not change.
 */
public final class BackupFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long RESERVE = 64L << 20;
    private final Path path;
    private final Location objects;

    private BackupFolder(Path path) {
        this.path = path;
        this.objects = new Folder("backup", path.resolve("objects"), RESERVE);
    }

    /** A backup that is there, by the name of its index: {@code 20261124T020500Z-0f3a…}. */
    public record Named(String name, BackupIndex index) {
    }

    /** Makes the folder if it is not there. @throws Refusal if it holds other things */
    public static BackupFolder in(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path.resolve("backups"))) {
            try (var entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new Refusal("The folder " + path + " holds other things and no backups. Name an empty folder or one with backups.");
                }
            }
        }
        Files.createDirectories(path.resolve("objects"));
        if (!Files.exists(path.resolve("README.txt"))) {
            Durable.replace(path.resolve("README.txt"), README.getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(path.resolve("backups"));
        Durable.folder(path);
        return new BackupFolder(path);
    }

    /** @throws Refusal if there are no backups */
    public static BackupFolder existing(Path path) {
        if (!Files.isDirectory(path.resolve("backups"))) {
            throw new Refusal("There are no backups in " + path + ".");
        }
        return new BackupFolder(path);
    }

    public Path path() {
        return path;
    }

    Location objects() {
        return objects;
    }

    /** Where an object lies, to name it to a person. */
    Path file(String object) {
        return path.resolve("objects").resolve(new BlobName(object).path());
    }

    /** All complete backups, oldest first. @throws UnsoundBackup naming an index that is not what it was */
    public List<Named> list() throws IOException {
        List<Named> found = new ArrayList<>();
        try (var files = Files.list(path.resolve("backups"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted(Comparator.comparing(Path::toString)).toList()) {
                found.add(read(file));
            }
        }
        return found;
    }

    /** The named one, or the latest if the name is empty. */
    public Named find(String name) throws IOException {
        if (!name.isEmpty()) {
            Path file = path.resolve("backups").resolve(name + ".json");
            if (!name.matches("[0-9A-Za-z-]+") || !Files.exists(file)) {
                throw new Refusal("There is no backup " + name + " in " + path + ". 'stele backup list " + path + "' lists those there are.");
            }
            return read(file);
        }
        List<Named> all = list();
        if (all.isEmpty()) {
            throw new Refusal("There is no complete backup in " + path + ".");
        }
        return all.getLast();
    }

    private static Named read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString().replace(".json", "");
        if (!name.endsWith("-" + Digest.of(bytes).sha256().substring(0, 32))) {
            throw new UnsoundBackup("The index " + file + " was altered: its bytes are not those it is named after");
        }
        try {
            return new Named(name, JSON.readValue(bytes, BackupIndex.class));
        } catch (RuntimeException e) {
            throw new UnsoundBackup("The index " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The last step: makes the backup visible. */
    Named publish(BackupIndex index) throws IOException {
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(index);
        String name = index.at().replaceAll("[-:]|\\.\\d+", "") + "-" + Digest.of(bytes).sha256().substring(0, 32);
        Path file = path.resolve("backups").resolve(name + ".json");
        Durable.replace(file, bytes);
        return read(file);
    }

    InputStream open(String object) throws IOException {
        return Channels.newInputStream(objects.open(new BlobName(object)));
    }

    /** Reads an object whole, from the disk. @throws UnsoundBackup naming the file if it is missing or altered */
    void check(BackupIndex.Entry entry) {
        Path file = file(entry.sha256());
        try {
            Digest found = objects.digest(new BlobName(entry.sha256()), bytes -> { });
            if (!found.sha256().equals(entry.sha256()) || found.length() != entry.length()) {
                throw new UnsoundBackup("The file " + file + " of the backup was altered: it has " + found.length() + " bytes and the digest " + found.sha256());
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UnsoundBackup("The file " + file + " of the backup is missing", e);
        } catch (IOException e) {
            throw new UnsoundBackup("The file " + file + " of the backup cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads every object of a backup and names each that is missing or altered. */
    public List<String> faults(Named backup, Consumer<String> progress) {
        List<String> faults = new ArrayList<>();
        int done = 0;
        for (BackupIndex.Entry entry : backup.index().objects()) {
            progress.accept("file %d of %d".formatted(++done, backup.index().objects().size()));
            try {
                check(entry);
            } catch (UnsoundBackup e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return faults;
    }

    private static final String README = """
            Backups of a Stele register.

            backups/   one index for each complete backup: which files of objects/ belong to it. It holds no secret.
            objects/   files named by the SHA-256 of their bytes. Check one:  openssl dgst -sha256 FILE
                       Sealed parts open with the stock program age:  age -d -i IDENTITY FILE | gunzip
                       The part that an index names as its manifest says which part is what. A table is the text of PostgreSQL's COPY.
                       Originals lie here as the vault encrypted them.

            The identity that opens them is the service identity (keys/service.identity of the data folder) or the one that any three of the
            five recovery shares give. Without either nobody can read anything here.

            Restore:  stele restore THIS-FOLDER --data NEW-FOLDER
            Nothing here is ever deleted by the program.
            """;
}
