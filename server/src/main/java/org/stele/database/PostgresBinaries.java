package org.stele.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this platform, taken from the class path and unpacked into a folder. */
record PostgresBinaries(Path folder) {
    /** The major version that these programs are; a data directory belongs to one major version. */
    static final int MAJOR = 18;
    private static final String FULL = "18.6.0";
    private static final String UNPACKING = "postgres-unpacking-";

    /**
     * Unpacks into {@code parent/postgres-binaries-<version>} unless a whole copy is there already. The folder appears in one
     * step, so that a process killed while unpacking leaves nothing that looks usable; what it left is removed.
     */
    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        Path wanted = parent.resolve("postgres-binaries-" + FULL);
        if (isWhole(wanted)) {
            return new PostgresBinaries(wanted);
        }
        removeAbandoned(parent);
        remove(wanted);
        Path unpacking = parent.resolve(UNPACKING + ProcessHandle.current().pid());
        unpack(unpacking);
        Files.writeString(unpacking.resolve("whole"), contents(unpacking));
        try {
            Files.move(unpacking, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | DirectoryNotEmptyException | FileAlreadyExistsException e) {
            if (!isWhole(wanted)) {
                throw e;
            }
            remove(unpacking);
        }
        return new PostgresBinaries(wanted);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path mark = folder.resolve("whole");
        return Files.isRegularFile(mark) && Files.readString(mark).equals(contents(folder));
    }

    /** What killed processes left half unpacked; the name ends with the process's number. */
    private static void removeAbandoned(Path parent) throws IOException {
        try (var entries = Files.newDirectoryStream(parent, UNPACKING + "*")) {
            for (Path each : entries) {
                long process = Long.parseLong(each.getFileName().toString().substring(UNPACKING.length()));
                if (process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty()) {
                    remove(each);
                }
            }
        }
    }

    /** How many files and bytes there are: enough to notice a truncated or missing file at every start without reading 60 MB. */
    private static String contents(Path folder) throws IOException {
        long[] sum = new long[2];
        try (var files = Files.find(folder, 20, (file, is) -> is.isRegularFile() && !file.endsWith("whole"))) {
            files.forEach(file -> {
                sum[0]++;
                sum[1] += file.toFile().length();
            });
        }
        return sum[0] + " files, " + sum[1] + " bytes\n";
    }

    private static void unpack(Path target) throws IOException {
        String name = "/postgres-" + platform() + ".txz";
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new Refusal("This program carries no PostgreSQL for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + ". Name a PostgreSQL server with --db-url instead.");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(target, entry, tar);
            }
        }
    }

    private static void place(Path target, TarArchiveEntry entry, InputStream bytes) throws IOException {
        Path file = inside(target, target.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            inside(target, file.getParent().resolve(entry.getLinkName()));
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, inside(target, target.resolve(entry.getLinkName())));
        } else {
            Files.copy(bytes, file);
            if ((entry.getMode() & 0100) != 0) {
                file.toFile().setExecutable(true, false);
            }
        }
    }

    private static Path inside(Path target, Path file) throws IOException {
        if (!file.normalize().startsWith(target)) {
            throw new IOException("An entry of the PostgreSQL archive leaves its folder: " + file);
        }
        return file.normalize();
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("linux") ? "linux" : system.startsWith("mac") ? "darwin" : "unknown";
        String processor = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm_64" : "x86_64";
        String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return family + "-" + processor + musl;
    }

    /** Deletes a folder and all in it; nothing if it is not there. Links are removed, not followed. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
