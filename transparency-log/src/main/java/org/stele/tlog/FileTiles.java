package org.stele.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tiles as files in a folder, laid out as they are served, so that any web server can publish the folder as it is. */
public final class FileTiles implements TileStore {

    /** Files forced to disk at once: file systems commit those that wait together in one go. */
    private static final int AT_ONCE = 8;

    private final Path folder;

    public FileTiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }

    /** Writes beside, syncs, renames, syncs the folder: the file is the old or the new one whatever happens. */
    @Override
    public void write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        try {
            createFolders(file.getParent());
            place(file, bytes);
            sync(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep " + path, e);
        }
    }

    /** As one by one, but several files are forced at once, and each folder once. */
    @Override
    public void write(Map<String, byte[]> files) {
        Set<Path> folders = new LinkedHashSet<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().name("tiles-", 0).factory())) {
            for (String path : files.keySet()) {
                Path parent = folder.resolve(path).getParent();
                if (folders.add(parent)) {
                    createFolders(parent);
                }
            }
            for (Future<?> each : workers.invokeAll(files.entrySet().stream().map(file -> (Callable<Object>) () -> {
                place(folder.resolve(file.getKey()), file.getValue());
                return file;
            }).toList())) {
                each.get();
            }
            for (Path each : folders) {
                sync(each);
            }
        } catch (IOException | ExecutionException e) {
            throw new UncheckedIOException("Could not keep tiles in " + folder, e instanceof IOException known ? known : new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("Interrupted while keeping tiles in " + folder, new IOException(e));
        }
    }

    private static void place(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
