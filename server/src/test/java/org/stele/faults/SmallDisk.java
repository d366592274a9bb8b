package org.stele.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system in memory that holds so much and no more. */
public final class SmallDisk implements AutoCloseable {

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** @param limit as mount takes it: {@code size=64m}, {@code nr_inodes=200} */
    public static SmallDisk make(String limit) throws IOException {
        Path path = Files.createTempDirectory("stele-small");
        Machine.run("mount", "-t", "tmpfs", "-o", limit, "tmpfs", path.toString());
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    /** Files on it that this process holds open, deleted ones among them. */
    public List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path each : all) {
                String file = linked(each);
                if (file.startsWith(path.toString())) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    private static String linked(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        Machine.run("umount", path.toString());
        Files.delete(path);
    }
}
