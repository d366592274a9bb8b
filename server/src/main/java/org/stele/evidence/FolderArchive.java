package org.stele.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is one thing, such as a page saved from the web with its pictures beside it, as one sequence of bytes: a ZIP of its ordinary
 * files in the order of their names, uncompressed and without times, so that the same folder is the same bytes on any machine and day. Links
 * are not followed.
 *
 * @param files   below the folder, relative to it
 * @param skipped what was found and is no ordinary file
 */
public record FolderArchive(Path folder, List<Path> files, List<Path> skipped) {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int PIECE = 1 << 16;

    /** @throws Unsound if it is no folder or has no file */
    public static FolderArchive of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) found::iterator) {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        files.add(folder.relativize(file));
                    } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        skipped.add(file);
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new Unsound(java.util.Map.of("file", Fault.of("no-folder", folder.toString())));
        }
        files.sort(Comparator.comparing(FolderArchive::name));
        return new FolderArchive(folder, List.copyOf(files), List.copyOf(skipped));
    }

    /** What the archive is called: as the folder. */
    public String fileName() {
        return folder.toAbsolutePath().normalize().getFileName() + ".zip";
    }

    /** What its provenance says of it. */
    public String note() {
        return "taken as one from the folder '%s': an archive of its %d files in the order of their names, uncompressed and without times, made when it was taken in"
                .formatted(folder.toAbsolutePath().normalize().getFileName(), files.size());
    }

    /** All bytes of the files. */
    public long length() throws IOException {
        long length = 0;
        for (Path each : files) {
            length += Files.size(folder.resolve(each));
        }
        return length;
    }

    /** The archive, made while it is read: nothing of it is written to a disk.
     *  @throws IOException from reading, if a file changes meanwhile */
    public InputStream open() {
        return new Making(folder, files.iterator());
    }

    /** With slashes on every system. */
    private static String name(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static final class Making extends InputStream {

        private final Path folder;
        private final Iterator<Path> left;
        private final Ready ready = new Ready();
        private final ZipOutputStream zip = new ZipOutputStream(ready, StandardCharsets.UTF_8);
        private final byte[] piece = new byte[PIECE];
        private @Nullable InputStream current;
        private boolean ended;

        Making(Path folder, Iterator<Path> left) {
            this.folder = folder;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            while (ready.left() == 0 && !ended) {
                step();
            }
            return ready.take(into, from, most);
        }

        private void step() throws IOException {
            if (current == null) {
                if (left.hasNext()) {
                    begin(left.next());
                } else {
                    zip.finish();
                    ended = true;
                }
                return;
            }
            int read = current.read(piece);
            if (read > 0) {
                zip.write(piece, 0, read);
            } else if (read < 0) {
                close();
                // Compares length and sum with those of the first reading.
                zip.closeEntry();
            }
        }

        private void begin(Path file) throws IOException {
            Path of = folder.resolve(file);
            CRC32 sum = new CRC32();
            long length = 0;
            try (InputStream bytes = Files.newInputStream(of, LinkOption.NOFOLLOW_LINKS)) {
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    sum.update(piece, 0, read);
                    length += read;
                }
            }
            ZipEntry entry = new ZipEntry(name(file));
            entry.setMethod(ZipEntry.STORED);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            current = Files.newInputStream(of, LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void close() throws IOException {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }

    /** What was made and not read yet. */
    private static final class Ready extends ByteArrayOutputStream {
        private int taken;

        int left() {
            return count - taken;
        }

        int take(byte[] into, int from, int most) {
            if (left() == 0) {
                return -1;
            }
            int count = Math.min(most, left());
            System.arraycopy(buf, taken, into, from, count);
            taken += count;
            if (left() == 0) {
                reset();
                taken = 0;
            }
            return count;
        }
    }
}
