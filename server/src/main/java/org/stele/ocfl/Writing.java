package org.stele.ocfl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.database.Durable;
import org.stele.fixity.Digest;
import org.stele.fixity.SummingStream;
import org.stele.fixity.FileDigest;

/** Writes versions of objects beside the objects, and moves them to their place when they are whole and on the disk. */
final class Writing {
    /** Within the storage root, so that a move is a move of a name; there only while something is written. */
    static final String FOLDER = ".stele-writing";
    private static final String OBJECT = "0=ocfl_object_1.1";

    private Writing() {
    }

    static void first(Path writing, Path object, Path root, String id, Deed deed, List<Content> contents) throws IOException {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("An object needs at least one file");
        }
        Path staged = fresh(writing);
        Inventory inventory = version(staged.resolve("v1"), Inventory.begun(id), deed, contents);
        put(staged.resolve(OBJECT), "ocfl_object_1.1\n".getBytes(StandardCharsets.UTF_8));
        describe(staged, inventory.text());
        force(staged);
        Durable.folders(object.getParent(), root);
        Durable.rename(staged, object);
    }

    /** @return false if the object holds all of it already */
    static boolean next(Path writing, Path object, Deed deed, List<Content> contents) throws IOException {
        Inventory before = Inventory.read(Files.readAllBytes(object.resolve(Inventory.NAME)));
        Path staged = fresh(writing);
        String name = "v" + (before.number() + 1);
        Inventory after = version(staged.resolve(name), before, deed, contents);
        if (after.current().equals(before.current())) {
            sweep(writing);
            return false;
        }
        force(staged);
        Durable.rename(staged.resolve(name), object.resolve(name));
        settle(object);
        return true;
    }

    /**
     * Makes the last whole version the one the object says it is at. Nothing to do but where a new version has just been moved in, or
     * was when the power went.
     */
    static void settle(Path object) throws IOException {
        int last = 0;
        while (Files.isDirectory(object.resolve("v" + (last + 1)))) {
            last++;
        }
        Path inventory = object.resolve("v" + last).resolve(Inventory.NAME);
        if (last == 0 || !Files.exists(inventory)) {
            return;
        }
        byte[] text = Files.readAllBytes(inventory);
        byte[] sidecar = Files.readAllBytes(inventory.resolveSibling(Inventory.SIDECAR));
        if (!Inventory.sidecar(text).equals(new String(sidecar, StandardCharsets.UTF_8)) || Inventory.read(text).number() != last) {
            throw new IOException("The description of version " + last + " in " + object + " does not match its digest");
        }
        if (!same(object.resolve(Inventory.NAME), text) || !same(object.resolve(Inventory.SIDECAR), sidecar)) {
            Path writing = above(object).resolve(FOLDER);
            Path staged = fresh(writing);
            describe(staged, text);
            Durable.rename(staged.resolve(Inventory.NAME), object.resolve(Inventory.NAME));
            Durable.rename(staged.resolve(Inventory.SIDECAR), object.resolve(Inventory.SIDECAR));
            sweep(writing);
        }
    }

    /** The storage root: four folders up, as the layout has it. */
    private static Path above(Path object) {
        return object.getParent().getParent().getParent().getParent();
    }

    private static boolean same(Path file, byte[] content) throws IOException {
        return Files.exists(file) && java.util.Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Writes the contents that are new and the description of the version they make; gives the inventory. */
    private static Inventory version(Path folder, Inventory before, Deed deed, List<Content> contents) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> names = before.current();
        Map<String, String> fresh = new LinkedHashMap<>();
        for (Content content : contents) {
            Path file = folder.resolve("content").resolve(content.path());
            String digest = written(file, content);
            String stands = names.get(content.path());
            if (stands != null && !stands.equals(digest) && !content.replace()) {
                throw new IOException("'%s' of %s stands on the disk with SHA-256 %s and cannot become %s".formatted(content.path(), before.id(), stands, digest));
            }
            names.put(content.path(), digest);
            if (before.manifest().containsKey(digest) || fresh.containsKey(digest)) {
                Files.delete(file);
            } else {
                fresh.put(digest, folder.getFileName() + "/content/" + content.path());
            }
        }
        prune(folder.resolve("content"));
        Inventory after = before.next(names, fresh, deed);
        describe(folder, after.text());
        return after;
    }

    /** Writes a file and reads it back; returns its digest. */
    private static String written(Path file, Content content) throws IOException {
        Files.createDirectories(file.getParent());
        Digest.Sum sum = new Digest.Sum();
        Digest given;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new SummingStream(Channels.newOutputStream(channel), sum), 1 << 16);
            content.bytes().writeTo(out);
            out.flush();
            given = sum.end();
            channel.force(true);
        }
        Digest kept = FileDigest.of(file);
        if (!kept.equals(given)) {
            throw new IOException("The disk gives back other bytes than it was given: " + file + " was written with SHA-256 " + given.sha256()
                    + " and read with " + kept.sha256() + ". Do not trust this disk.");
        }
        return given.sha256();
    }

    private static void describe(Path folder, byte[] text) throws IOException {
        put(folder.resolve(Inventory.NAME), text);
        put(folder.resolve(Inventory.SIDECAR), Inventory.sidecar(text).getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Folders that a file left when it turned out to be there already: an object has no empty ones. */
    private static void prune(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).filter(Files::isDirectory).toList()) {
                    try (Stream<Path> entries = Files.list(each)) {
                        if (entries.findAny().isEmpty()) {
                            Files.delete(each);
                        }
                    }
                }
            }
        }
    }

    /** Makes the entries of a folder and of all below it durable; the files in them are already. */
    static void force(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
                Durable.folder(each);
            }
        }
    }

    private static Path fresh(Path writing) throws IOException {
        sweep(writing);
        return Files.createDirectories(writing.resolve("next"));
    }

    /** Removes what was being written: by its place it belongs to no object. */
    static void sweep(Path writing) throws IOException {
        if (Files.isDirectory(writing)) {
            try (Stream<Path> all = Files.walk(writing)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
