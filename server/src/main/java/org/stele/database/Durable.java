package org.stele.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Steps by which files become durable: what these have returned from is there after a power cut. A step that failed is never tried
 * again on the same file: systems report a failed write-back once and then forget it, so a second try would succeed over lost bytes.
 */
public final class Durable {
    private Durable() {
    }

    /** Makes the entries of a folder durable: what was created, renamed or deleted in it. */
    public static void folder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Gives a written and forced file its final name in one step and makes the name durable. Both folders lie on one volume. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        folder(to.getParent());
    }

    /**
     * Makes a folder and those above it that are missing, and the entries of all of them durable, also where another thread or process
     * made one a moment ago and has not forced it yet.
     *
     * @param within a folder above it that is there and durable already
     */
    public static void folders(Path folder, Path within) throws IOException {
        if (!folder.equals(within)) {
            folders(folder.getParent(), within);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            folder(folder.getParent());
        }
    }

    /** Replaces a small file whole: whoever reads it, also after a power cut, finds either the old or the new content. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new-" + ProcessHandle.current().pid());
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        rename(next, file);
    }
}
