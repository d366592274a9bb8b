package org.stele.uploading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.stele.database.Durable;
import org.stele.uploading.UploadRefused.Why;

/** The files of uploads: a folder for each upload, a file for each part, named by numbers of our own and by nothing that a sender says. */
final class PartFiles {

    private static final String HELD = "held-";

    private final Path folder;
    private final long reserve;

    /** @param reserve bytes to leave free on the disk, for the database that may lie on the same one */
    PartFiles(Path folder, long reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    void assertRoom(long bytes) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() - bytes < reserve) {
            throw new UploadRefused(Why.NO_ROOM, "The disk has %d MiB left, of which %d are kept free. Free some space, then go on: what came is kept."
                    .formatted(disk.getUsableSpace() >> 20, reserve >> 20));
        }
    }

    /** Begins a part. */
    Writer begin(PartCipher cipher, long upload, long start) throws IOException {
        assertRoom(0);
        Path of = of(upload);
        Durable.folders(of, folder);
        UUID name = UUID.randomUUID();
        Path file = of.resolve(name.toString());
        return new Writer(cipher, start, name, file, FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    /** The plain bytes of a part. */
    InputStream read(PartCipher cipher, long upload, Part part) throws IOException {
        return cipher.decrypting(Files.newInputStream(of(upload).resolve(part.file().toString())), part.start());
    }

    /** Whether the files of all these parts are there; not whether they are unaltered, which reading finds. */
    boolean has(long upload, List<Part> parts) {
        return parts.stream().allMatch(each -> Files.isRegularFile(of(upload).resolve(each.file().toString())));
    }

    void remove(long upload, Part part) throws IOException {
        Files.deleteIfExists(of(upload).resolve(part.file().toString()));
    }

    /** Removes an upload's folder with all that is in it. What cannot be removed now is found by the next clearing. */
    void remove(long upload) throws IOException {
        removeFolder(of(upload));
    }

    static void removeFolder(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(of);
    }

    /** A folder for files that wait for the length of a request. */
    HeldFiles hold() {
        return new HeldFiles(this, folder.resolve(HELD + UUID.randomUUID()));
    }

    /** Removes what was held for requests that a kill broke off: those to which nothing came since.
     *  @return how many */
    int removeHeld(Instant untouchedSince) throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : (Iterable<Path>) folders::iterator) {
                if (each.getFileName().toString().startsWith(HELD) && Files.getLastModifiedTime(each).toInstant().isBefore(untouchedSince)) {
                    left.add(each);
                }
            }
        }
        for (Path each : left) {
            removeFolder(each);
        }
        return left.size();
    }

    /** Numbers of the uploads that have a folder. */
    List<Long> uploads() throws IOException {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.map(each -> each.getFileName().toString()).filter(each -> each.matches("[1-9][0-9]{0,17}")).map(Long::valueOf).forEach(found::add);
        }
        return found;
    }

    private Path of(long upload) {
        return folder.resolve(Long.toString(upload));
    }

    /** A part under way: gone when closed, unless it was kept. */
    static final class Writer implements Closeable {

        private final long start;
        private final UUID name;
        private final Path file;
        private final FileChannel channel;
        private final WritableByteChannel encrypting;
        private long length;
        private boolean kept;

        private Writer(PartCipher cipher, long start, UUID name, Path file, FileChannel channel) throws IOException {
            this.start = start;
            this.name = name;
            this.file = file;
            this.channel = channel;
            this.encrypting = cipher.encrypting(new Unclosed(channel), start);
        }

        void write(byte[] bytes, int count) throws IOException {
            ByteBuffer piece = ByteBuffer.wrap(bytes, 0, count);
            while (piece.hasRemaining()) {
                encrypting.write(piece);
            }
            length += count;
        }

        /** Only when this returns are the bytes safe from a power cut. A step that fails is not tried again: the part goes, and is sent again. */
        Part keep() throws IOException {
            encrypting.close();
            channel.force(true);
            channel.close();
            Durable.folder(file.getParent());
            kept = true;
            return new Part(start, length, name);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The end of encryption is not the end of the file, which is forced first. */
    private record Unclosed(FileChannel to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int count = bytes.remaining();
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() {
            // Closed by who opened it.
        }
    }
}
