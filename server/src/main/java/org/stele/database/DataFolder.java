package org.stele.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything one register keeps on this machine, held by this process alone from {@link #take} until
 * {@link #close}. Only its owner can read it (0700).
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder to use: the one given, else the environment's STELE_DATA, else {@code data} in the project's folder. */
    public static Path choose(@Nullable Path given) {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String named = System.getenv("STELE_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        return Path.of(System.getProperty("stele.home", ""), "data").toAbsolutePath().normalize();
    }

    /**
     * Makes the folder if needed and locks it.
     *
     * @throws Refusal if another process holds it, if it cannot be written, or if it is somebody's folder of other things
     */
    public static DataFolder take(Path path) {
        try {
            make(path);
            // On systems with POSIX locks a lock belongs to the process and ends with it, however it ends.
            FileChannel channel = FileChannel.open(path.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (!locked(channel)) {
                    String holder = text(channel);
                    throw new Refusal("The data folder " + path + " is in use" + (holder.isBlank() ? "" : " by " + holder)
                            + ". Stop that process first, or name another folder with --data.");
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder().getBytes()), 0);
                return new DataFolder(path, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal("The data folder " + path + " cannot be used: " + e
                    + ". It must be writable by the user who runs the program (" + System.getProperty("user.name") + ").", e);
        }
    }

    public Path path() {
        return path;
    }

    /** Lets the next process in. */
    @Override
    public void close() {
        try {
            if (lock.isOpen()) {
                lock.truncate(0);
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path path) throws IOException {
        if (Files.exists(path) && !Files.exists(path.resolve("lock"))) {
            try (var entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new Refusal("The folder " + path + " holds other things and is not a data folder. Name an empty or a new one with --data.");
                }
            }
        }
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(500);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position());
    }

    private static String holder() {
        return "process " + ProcessHandle.current().pid() + " (" + System.getProperty("stele.command", "java")
                + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ")";
    }
}
