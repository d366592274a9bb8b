package org.stele.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system of its own in a file, whose power can be cut: what a copy of the file holds at a moment is what a disk would hold if the
 * power went at that moment. What the system still keeps in memory alone is not in it.
 */
public final class LoopDisk implements AutoCloseable {

    private final Path image;
    private final Path mounted;

    private LoopDisk(Path image, Path mounted) {
        this.image = image;
        this.mounted = mounted;
    }

    /** Made new. The system writes nothing of its own accord for five minutes, so that only what is forced survives. */
    public static LoopDisk make(Path image, int mebibytes) throws IOException {
        Machine.run("truncate", "-s", mebibytes + "M", image.toString());
        Machine.run("mkfs.ext4", "-q", "-F", image.toString());
        return mount(image);
    }

    private static LoopDisk mount(Path image) throws IOException {
        Path mounted = Files.createDirectories(image.resolveSibling(image.getFileName() + "-mounted"));
        Machine.run("mount", "-o", "loop,commit=300", image.toString(), mounted.toString());
        return new LoopDisk(image, mounted);
    }

    public Path mounted() {
        return mounted;
    }

    /** The disk as it is found after a power cut at this moment. */
    public LoopDisk afterPowerCut(Path copy) throws IOException {
        Machine.run("cp", "--sparse=always", image.toString(), copy.toString());
        return mount(copy);
    }

    @Override
    public void close() throws IOException {
        // Lazily: a process that was killed may need a moment to let go.
        Machine.run("umount", "-l", mounted.toString());
        Files.delete(mounted);
        Files.delete(image);
    }
}
