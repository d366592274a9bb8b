package org.stele.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.stele.database.Refusal;

/**
 * The one turn at writing backups to a place or removing them, and a folder for parts under way. Ends with the process, however that
 * ends; so whoever has it knows that parts lying there are left over, and clears them.
 */
final class Turn implements AutoCloseable {
    static final String LOCK = ".writing";
    static final String PART = ".part-";
    private final FileChannel channel;
    private final Path folder;

    private Turn(FileChannel channel, Path folder) {
        this.channel = channel;
        this.folder = folder;
    }

    /**
     * @param place where the parts will go: its own folder holds them until they are named, if it has one
     * @param data the data folder, which holds them else
     * @throws Refusal if another backup is being written there
     */
    static Turn take(BackupPlace place, Path data) throws IOException {
        Path folder = place.folder().isPresent() ? place.folder().get() : Files.createDirectories(data.resolve("backup-under-way"));
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(channel, place);
            Turn turn = new Turn(channel, folder);
            turn.clear();
            return turn;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new Refusal("Another backup is being written to " + place.address()
                    + ", or old ones are being removed. Nothing was changed; try again when it is done.", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, BackupPlace place) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (IOException e) {
            throw new IOException("The file system of " + place.address() + " takes no locks, so two backups there could disturb each other ("
                    + e.getMessage() + "). Mount it so that it does, or write to another place", e);
        }
        if (lock == null) {
            throw new OverlappingFileLockException();
        }
    }

    /** A new, empty file for a part. */
    Path part() throws IOException {
        return Files.createTempFile(folder, PART, ".age");
    }

    private void clear() throws IOException {
        List<Path> left = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, PART + "*")) {
            files.forEach(left::add);
        }
        Path incoming = folder.resolve("objects/incoming");
        if (Files.isDirectory(incoming)) {
            try (var files = Files.newDirectoryStream(incoming)) {
                files.forEach(left::add);
            }
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
