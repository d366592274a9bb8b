package org.stele.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.fixity.Digest;

/**
 * A folder that is being filled, with a digest of each file as it was written; it has its name only when it is whole and durable. What
 * is broken off is deleted: it holds an original in clear.
 */
final class BundleFolder implements AutoCloseable {

    private static final String MANIFEST = "manifest-sha256.txt";

    private final Path target;
    private final Path beside;
    private final Map<String, String> digests = new TreeMap<>();

    /** @throws Refusal if something is there already */
    BundleFolder(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target)) {
            throw new Refusal(target + " is there already. Name a new folder.");
        }
        this.beside = this.target.resolveSibling(this.target.getFileName() + ".unfinished");
        try {
            Files.createDirectories(this.target.getParent());
            Files.createDirectory(beside);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(beside + " is there: an earlier bundle was broken off. Look at it, delete it, and try again.", e);
        }
    }

    void text(String name, String text) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] bytes) throws IOException {
        try (FileChannel file = create(name)) {
            write(file, ByteBuffer.wrap(bytes));
            file.force(true);
        }
        digests.put(name, Digest.of(bytes).sha256());
    }

    /** Copies a stream, and returns the digest of what was written. */
    String stream(String name, SeekableByteChannel from) throws IOException {
        Digest.Sum sum = new Digest.Sum();
        ByteBuffer piece = ByteBuffer.allocate(1 << 20);
        try (FileChannel file = create(name)) {
            while (from.read(piece) >= 0) {
                piece.flip();
                sum.add(piece.duplicate());
                write(file, piece);
                piece.clear();
            }
            file.force(true);
        }
        String digest = sum.end().sha256();
        digests.put(name, digest);
        return digest;
    }

    /** Writes the manifest and gives the folder its name. */
    void finish() throws IOException {
        Map<String, String> all = new TreeMap<>(digests);
        bytes(MANIFEST, all.entrySet().stream().map(each -> each.getValue() + "  " + each.getKey() + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
        try (var folders = Files.walk(beside)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Durable.folder(folder);
            }
        }
        Durable.rename(beside, target);
    }

    /** Deletes what was not finished. */
    @Override
    public void close() throws IOException {
        if (Files.exists(beside)) {
            try (var all = Files.walk(beside)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private FileChannel create(String name) throws IOException {
        Path file = beside.resolve(name);
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
