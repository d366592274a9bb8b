package org.stele.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    @Override
    public void close() throws IOException {
        Machine.run("umount", path.toString());
        Files.delete(path);
    }
}
