package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stele.database.Refusal;
import org.stele.fixity.Digest;
import org.stele.vault.Annex;
import org.stele.vault.BlobName;
import org.stele.vault.Location;
import org.stele.vault.Shelf;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where backups go, a folder or a location of the vault's plan: {@code objects/}, in which each file is named by its SHA-256 and never
 * written twice, and {@code backups/}, with one small index for each backup. Several backups share the objects that did not change.
 */
public final class BackupPlace implements AutoCloseable {
    static final String INDEXES = "backups/";
    static final String REMOVED = "removed/";
    /** To the millisecond: names are in the order in which backups were written, also of those that take less than a second. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String README = "README.txt";
    private static final long RESERVE = 64L << 20;
    private final Annex annex;

    private BackupPlace(Annex annex) {
        this.annex = annex;
    }

    /** A backup that is there, by the name of its index: {@code 20261124T020500.042Z-0f3a…}. */
    public record Named(String name, BackupIndex index) {
    }

    /** Makes the folder if it is not there. @throws Refusal if it holds other things */
    public static BackupPlace in(Path path) throws IOException {
        return in(path, RESERVE);
    }

    /** @param reserve bytes to leave free on its disk */
    static BackupPlace in(Path path, long reserve) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path.resolve("backups"))) {
            try (var entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new Refusal("The folder " + path + " holds other things and no backups. Name an empty folder or one with "
                            + "backups.");
                }
            }
        }
        Files.createDirectories(path.resolve("objects"));
        Files.createDirectories(path.resolve("backups"));
        return new BackupPlace(Annex.in(path.toString(), path, reserve)).described();
    }

    /** At a location of the vault's plan that is open already. */
    static BackupPlace at(Annex annex) throws IOException {
        if (annex.folder().isPresent()) {
            Files.createDirectories(annex.folder().get().resolve("objects"));
            Files.createDirectories(annex.folder().get().resolve("backups"));
        }
        return new BackupPlace(annex).described();
    }

    /** Only to be read: nothing is made there. @throws Refusal if there are no backups */
    static BackupPlace reading(Annex annex) throws IOException {
        BackupPlace place = new BackupPlace(annex);
        if (annex.shelf().names(INDEXES).isEmpty()) {
            annex.close();
            throw new Refusal("There are no backups in " + annex.address() + ".");
        }
        return place;
    }

    /** @throws Refusal if there are no backups */
    public static BackupPlace existing(Path path) {
        if (!Files.isDirectory(path.resolve("backups"))) {
            throw new Refusal("There are no backups in " + path + ".");
        }
        return new BackupPlace(Annex.in(path.toString(), path, RESERVE));
    }

    private BackupPlace described() throws IOException {
        if (!shelf().names("").contains(README)) {
            shelf().write(README, Readme.TEXT.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** How it is named to people. */
    public String address() {
        return annex.address();
    }

    Location objects() {
        return annex.blobs();
    }

    Shelf shelf() {
        return annex.shelf();
    }

    /** Where it lies on this machine; nothing where it does not. */
    Optional<Path> folder() {
        return annex.folder();
    }

    /** Where an object lies, to name it to a person. */
    String file(String object) {
        return address() + "/objects/" + new BlobName(object).path();
    }

    /** All complete backups, oldest first. @throws UnsoundBackup naming an index that is not what it was */
    public List<Named> list() throws IOException {
        List<Named> found = new ArrayList<>();
        for (String file : shelf().names(INDEXES)) {
            if (file.endsWith(".json")) {
                found.add(read(file));
            }
        }
        return found;
    }

    /** The named one, or the latest if the name is empty. */
    public Named find(String name) throws IOException {
        List<String> names = shelf().names(INDEXES).stream().filter(file -> file.endsWith(".json")).toList();
        if (!name.isEmpty()) {
            String file = INDEXES + name + ".json";
            if (!names.contains(file)) {
                throw new Refusal("There is no backup " + name + " in " + address() + ". 'stele backup list' lists those there are.");
            }
            return read(file);
        }
        if (names.isEmpty()) {
            throw new Refusal("There is no complete backup in " + address() + ".");
        }
        return read(names.getLast());
    }

    Named read(String file) throws IOException {
        byte[] bytes = shelf().read(file);
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".json", "");
        if (!name.endsWith("-" + Digest.of(bytes).sha256().substring(0, 32))) {
            throw new UnsoundBackup("The index " + address() + "/" + file + " was altered: its bytes are not those it is named after");
        }
        try {
            return new Named(name, JSON.readValue(bytes, BackupIndex.class));
        } catch (RuntimeException e) {
            throw new UnsoundBackup("The index " + address() + "/" + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The last step: makes the backup visible. */
    Named publish(BackupIndex index) throws IOException {
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(index);
        String file = INDEXES + WHEN.format(Instant.parse(index.at())) + "-" + Digest.of(bytes).sha256().substring(0, 32) + ".json";
        shelf().write(file, bytes);
        return read(file);
    }

    InputStream open(String object) throws IOException {
        return Channels.newInputStream(objects().open(new BlobName(object)));
    }

    /** Reads an object whole, from where it lies. @throws UnsoundBackup naming the file if it is missing or altered */
    void check(BackupIndex.Entry entry) {
        String file = file(entry.sha256());
        try {
            Digest found = objects().digest(new BlobName(entry.sha256()), bytes -> { });
            if (!found.sha256().equals(entry.sha256()) || found.length() != entry.length()) {
                throw new UnsoundBackup("The file " + file + " of the backup was altered: it has " + found.length()
                        + " bytes and the digest " + found.sha256());
            }
        } catch (NoSuchFileException e) {
            throw new UnsoundBackup("The file " + file + " of the backup is missing", e);
        } catch (IOException e) {
            throw new UnsoundBackup("The file " + file + " of the backup cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads every object of a backup and names each that is missing or altered. */
    public List<String> faults(Named backup, Consumer<String> progress) {
        List<BackupIndex.Entry> all = backup.index().objects();
        return Abreast.each(all, entry -> {
            try {
                check(entry);
                return "";
            } catch (UnsoundBackup e) {
                return String.valueOf(e.getMessage());
            }
        }, done -> progress.accept("file %,d of %,d".formatted(done, all.size()))).stream().filter(fault -> !fault.isEmpty()).toList();
    }

    @Override
    public void close() {
        annex.close();
    }
}
