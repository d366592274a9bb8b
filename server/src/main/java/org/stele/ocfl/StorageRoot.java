package org.stele.ocfl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.database.Durable;
import org.stele.fixity.Digest;

/**
 * A folder of objects, held by this process alone until it is closed. What {@link #write} has returned from is there after a power cut;
 * what it has not is not seen by a reader of the folder, and is swept away when the folder is opened next.
 */
public final class StorageRoot implements AutoCloseable {
    private static final String DECLARATION = "0=ocfl_1.1";
    private static final String LAYOUT = "0004-hashed-n-tuple-storage-layout";
    private static final String LAYOUT_CONFIG = """
            {
              "extensionName" : "0004-hashed-n-tuple-storage-layout",
              "digestAlgorithm" : "sha256",
              "tupleSize" : 3,
              "numberOfTuples" : 3,
              "shortObjectRoot" : false
            }
            """;
    private static final String LAYOUT_FILE = """
            {
              "extension" : "0004-hashed-n-tuple-storage-layout",
              "description" : "SHA-256 of the object's id in hexadecimal; three folders of three digits each, then the whole digest"
            }
            """;
    private final Path root;
    private final Path writing;
    /** None where the folder is only read. */
    private final @Nullable FileChannel lock;

    private StorageRoot(Path root, @Nullable FileChannel lock) {
        this.root = root;
        this.writing = root.resolve(Writing.FOLDER);
        this.lock = lock;
    }

    /**
     * Opens the folder; an empty or missing one becomes a storage root, with these words in its README.txt for whoever finds the disk.
     *
     * @throws NotAStorageRoot if it holds other things, another layout, or is written by another process at this moment
     */
    public static StorageRoot open(Path folder, String readme) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.exists(root.resolve(DECLARATION))) {
            begin(root, readme);
        }
        assertLayout(root);
        FileChannel lock = locked(root);
        try {
            StorageRoot opened = new StorageRoot(root, lock);
            Writing.sweep(opened.writing);
            return opened;
        } catch (IOException | UncheckedIOException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a folder that is a storage root already, to read it only: it may lie on a disk that cannot be written.
     *
     * @throws NotAStorageRoot if it is none
     */
    public static StorageRoot read(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.exists(root.resolve(DECLARATION))) {
            throw new NotAStorageRoot(root + " is no OCFL storage root: it has no file " + DECLARATION);
        }
        assertLayout(root);
        return new StorageRoot(root, null);
    }

    private static void assertLayout(Path root) throws IOException {
        if (!Files.readString(root.resolve(DECLARATION)).strip().equals("ocfl_1.1")) {
            throw new NotAStorageRoot(root + " says of itself that it is of another version than OCFL 1.1");
        }
        Path config = root.resolve("extensions").resolve(LAYOUT).resolve("config.json");
        if (!Files.exists(config) || !Layout.like(LAYOUT_CONFIG, Files.readString(config))) {
            throw new NotAStorageRoot(root + " lays out its objects otherwise than by " + LAYOUT + " with SHA-256. Name another folder.");
        }
    }

    private static void begin(Path root, String readme) throws IOException {
        Path above = root;
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        Durable.folders(root, above);
        try (Stream<Path> entries = Files.list(root)) {
            List<String> others = entries.map(each -> each.getFileName().toString())
                    // What formatting a disk leaves behind, and what this very step leaves when it is cut off.
                    .filter(each -> !List.of("lost+found", "System Volume Information", "README.txt", "ocfl_layout.json", "extensions").contains(each)
                            && !each.contains(".new-")).toList();
            if (!others.isEmpty()) {
                throw new NotAStorageRoot(root + " holds other things (" + others.getFirst() + (others.size() > 1 ? " …" : "")
                        + ") and is no OCFL storage root. Name an empty folder or one written before.");
            }
        }
        Path extension = root.resolve("extensions").resolve(LAYOUT);
        Durable.folders(extension, root);
        Durable.replace(extension.resolve("config.json"), LAYOUT_CONFIG.getBytes(StandardCharsets.UTF_8));
        Durable.replace(root.resolve("ocfl_layout.json"), LAYOUT_FILE.getBytes(StandardCharsets.UTF_8));
        Durable.replace(root.resolve("README.txt"), readme.getBytes(StandardCharsets.UTF_8));
        // Last: what carries the declaration is whole.
        Durable.replace(root.resolve(DECLARATION), "ocfl_1.1\n".getBytes(StandardCharsets.UTF_8));
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(DECLARATION), StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Said below.
        }
        channel.close();
        throw new NotAStorageRoot(root + " is being written by another process at this moment. Wait for it.");
    }

    /** Whether the folder holds an object of this id, whole or not. */
    public boolean holds(String id) {
        return Files.isDirectory(object(id));
    }

    /**
     * The names in the last version of an object, each with the SHA-256 of its bytes; none if there is no such object. A version that
     * was cut off at its last step is brought to its end first.
     *
     * @throws IOException if the object is there and cannot be read; {@link #check} says more
     */
    public Map<String, String> names(String id) throws IOException {
        if (!holds(id)) {
            return Map.of();
        }
        Path object = object(id);
        Writing.settle(object);
        return Inventory.read(Files.readAllBytes(object.resolve(Inventory.NAME))).current();
    }

    /**
     * Where the bytes lie that a name stands for in the last version of an object; empty if there is no such name.
     *
     * @throws IOException if the object is there and cannot be read
     */
    public Optional<Path> file(String id, String name) throws IOException {
        @Nullable String digest = names(id).get(name);
        if (digest == null) {
            return Optional.empty();
        }
        List<String> paths = Inventory.read(Files.readAllBytes(object(id).resolve(Inventory.NAME))).manifest().getOrDefault(digest, List.of());
        return paths.stream().findFirst().map(object(id)::resolve);
    }

    /**
     * Writes the next version of an object, or its first: what it held before it holds still, the contents are added. Every file is read
     * back from the disk and compared before the version becomes part of the object. Contents whose bytes the object holds already are
     * not written again.
     *
     * @return whether anything was written: not if all contents stand there already
     * @throws IOException if a content would replace one that is fixed, if anything cannot be written, or if the disk gives back other
     *                     bytes than it was given; the object is then as before
     */
    public boolean write(String id, Deed deed, List<Content> contents) throws IOException {
        if (lock == null) {
            throw new IllegalStateException("Opened to be read only");
        }
        Path object = object(id);
        if (!holds(id)) {
            Writing.first(writing, object, root, id, deed, contents);
            return true;
        }
        Writing.settle(object);
        return Writing.next(writing, object, deed, contents);
    }

    /**
     * Makes sure of an object that a run left which was cut off: reads it whole, and forces its names to the disk.
     *
     * @throws IOException if it is not sound, or cannot be forced
     */
    public void confirm(String id) throws IOException {
        List<String> faults = check(id);
        if (!faults.isEmpty()) {
            throw new IOException("what stands on the disk is not sound: " + String.join("; ", faults) + ". Do not trust this disk");
        }
        Writing.force(object(id));
        for (Path folder = object(id); !folder.equals(root); folder = folder.getParent()) {
            Durable.folder(folder.getParent());
        }
    }

    /** Reads a whole object; returns all its faults in words, none if it is sound. */
    public List<String> check(String id) {
        return holds(id) ? ObjectCheck.faults(object(id), id) : List.of("There is no object " + id);
    }

    /** Where an object lies, or would. */
    public Path object(String id) {
        String digest = Digest.of(id.getBytes(StandardCharsets.UTF_8)).sha256();
        return root.resolve(digest.substring(0, 3)).resolve(digest.substring(3, 6)).resolve(digest.substring(6, 9)).resolve(digest);
    }

    /** The ids of all objects whose inventories can be read, in no order; those that cannot are told to {@link #broken}. */
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path object : objects()) {
            try {
                ids.add(Inventory.read(Files.readAllBytes(object.resolve(Inventory.NAME))).id());
            } catch (IOException unreadable) {
                // Among the broken ones.
            }
        }
        return ids;
    }

    /** Folders of objects whose inventories cannot be read, each with why. */
    public List<String> broken() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path object : objects()) {
            try {
                Inventory inventory = Inventory.read(Files.readAllBytes(object.resolve(Inventory.NAME)));
                if (!object(inventory.id()).equals(object)) {
                    broken.add(object + ": holds the object " + inventory.id() + ", which belongs elsewhere");
                }
            } catch (IOException e) {
                broken.add(object + ": " + e);
            }
        }
        return broken;
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> found = Files.find(root, 4, (path, attributes) -> attributes.isDirectory() && path.getNameCount() == root.getNameCount() + 4
                && path.getFileName().toString().matches("[0-9a-f]{64}"))) {
            return found.toList();
        }
    }

    /** Lets other processes write. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            // Let go of in any case: else nobody could go on until this process ends.
            try (lock) {
                Writing.sweep(writing);
            }
        }
    }
}
