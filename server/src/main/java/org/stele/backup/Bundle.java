package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.stele.database.Durable;

/** A folder's files as one ZIP, always the same bytes for the same files. */
final class Bundle {
    private Bundle() {
    }

    /**
     * @param wanted by the path relative to the folder
     * @return how many files
     */
    static long write(Path folder, Predicate<Path> wanted, OutputStream out) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var found = Files.walk(folder)) {
                found.filter(Files::isRegularFile).map(folder::relativize).filter(wanted).sorted().forEach(files::add);
            }
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(0);
        long count = 0;
        for (Path file : files) {
            byte[] content;
            try {
                content = Files.readAllBytes(folder.resolve(file));
            } catch (NoSuchFileException goneMeanwhile) {
                // A partial tile that was completed, or a temporary file: what took its place comes with the next backup.
                continue;
            }
            ZipEntry entry = new ZipEntry(file.toString().replace('\\', '/'));
            entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            count++;
        }
        zip.finish();
        return count;
    }

    /** Puts the files into the folder, readable by the owner alone. No name leads out of it. */
    static void extract(InputStream in, Path folder) throws IOException {
        Files.createDirectories(folder);
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder) || entry.isDirectory()) {
                throw new IOException("An entry of the backup leaves its folder: " + entry.getName());
            }
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                // Keys may be among them: what is said to be restored survives a power cut.
                written.force(true);
            }
            Durable.folder(file.getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        // To the very end: only there the digest of the part is known to be right.
        in.transferTo(OutputStream.nullOutputStream());
    }
}
