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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stele.database.Durable;
import org.stele.database.Refusal;

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
        MessageDigest sha256 = sha256();
        try (FileChannel file = create(name)) {
            write(file, ByteBuffer.wrap(bytes));
            file.force(true);
        }
        digests.put(name, HexFormat.of().formatHex(sha256.digest(bytes)));
    }

    /** Copies a stream, and returns the digest of what was written. */
    String stream(String name, SeekableByteChannel from) throws IOException {
        MessageDigest sha256 = sha256();
        ByteBuffer piece = ByteBuffer.allocate(1 << 20);
        try (FileChannel file = create(name)) {
            while (from.read(piece) >= 0) {
                piece.flip();
                sha256.update(piece.duplicate());
                write(file, piece);
                piece.clear();
            }
            file.force(true);
        }
        String digest = HexFormat.of().formatHex(sha256.digest());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
