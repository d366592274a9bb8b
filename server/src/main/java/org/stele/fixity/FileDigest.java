package org.stele.fixity;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a file, in one pass. One thread reads while another sums, so that the slower of disk and processor sets the pace.
 *
 * <p>By default the file is read around the system's cache ({@code O_DIRECT}) where the file system can: a check that is answered
 * from memory says nothing of the disk, and a scan of terabytes would push everything else out of memory.
 */
public final class FileDigest {
    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 3;

    /** Files shorter than this are read by one thread: starting a second one would cost more. */
    private static final long SHORT = 2L * CHUNK;

    /** Blocks of most systems have 4 KiB; where they are longer than this, files are read as the system likes. */
    private static final int LONGEST_BLOCK = 128 << 10;

    /** Buffers for whoever reads next: outside the heap each costs more to make and to clear than a small file to read. */
    private static final BlockingQueue<ByteBuffer> IDLE = new ArrayBlockingQueue<>(4 * CHUNKS);

    /** Where the bytes may come from. */
    public enum From {
        /** The disk itself, where the file system allows it; else as {@link #CACHE}. */
        DISK,
        /** As the system likes. */
        CACHE
    }

    private FileDigest() {
    }

    /** Reads the whole file from the disk.
     *  @throws IOException if a byte of it cannot be read, or if it changed its length meanwhile */
    public static Digest of(Path file) throws IOException {
        return of(file, From.DISK, read -> { });
    }

    /** @param progress told the number of bytes read since it was told last; called by the calling thread */
    public static Digest of(Path file, From from, LongConsumer progress) throws IOException {
        return of(file, from == From.DISK ? block(file) : 0, progress);
    }

    /** @param block what {@link #block} said of a folder on the same disk: whoever reads many files asks once */
    public static Digest of(Path file, int block, LongConsumer progress) throws IOException {
        try (FileChannel direct = block == 0 ? null : direct(file)) {
            if (direct != null) {
                return sum(direct, block, progress);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return sum(channel, 1, progress);
        }
    }

    /** In what pieces files beside or below a path are read around the system's cache, in bytes; 0 where they cannot be. To ask costs more
     *  than to read a small file. */
    public static int block(Path path) throws IOException {
        try {
            long block = Files.getFileStore(path).getBlockSize();
            return block > 0 && block <= LONGEST_BLOCK && LONGEST_BLOCK % block == 0 ? (int) block : 0;
        } catch (UnsupportedOperationException e) {
            return 0;
        }
    }

    /** None where the file system refuses, as those in memory and on some networks do. */
    private static @Nullable FileChannel direct(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, ExtendedOpenOption.DIRECT);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException e) {
            return null;
        } catch (IOException e) {
            // "Invalid argument" is how a file system says that it has no such way; trouble of another kind shows again without it.
            return null;
        }
    }

    private static Digest sum(FileChannel channel, int block, LongConsumer progress) throws IOException {
        long size = channel.size();
        Digest digest = size < SHORT ? alone(channel, block, progress) : inTurns(channel, block, progress);
        if (digest.length() != size) {
            throw new IOException("The file had %,d bytes when it was opened, but %,d could be read".formatted(size, digest.length()));
        }
        return digest;
    }

    private static Digest alone(FileChannel channel, int block, LongConsumer progress) throws IOException {
        ByteBuffer buffer = buffer();
        Digest.Sum sum = new Digest.Sum();
        for (int count = fill(channel, buffer, block); count > 0; count = fill(channel, buffer, block)) {
            sum.add(buffer.flip());
            progress.accept(count);
            if (count % block != 0) {
                break;
            }
        }
        giveBack(buffer);
        return sum.end();
    }

    /** A reading thread fills buffers, this one sums them and gives them back. */
    private static Digest inTurns(FileChannel channel, int block, LongConsumer progress) throws IOException {
        BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(CHUNKS);
        BlockingQueue<Part> full = new ArrayBlockingQueue<>(CHUNKS + 1);
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(buffer());
        }
        Thread reader = Thread.ofPlatform().daemon().name("read-for-digest").start(() -> read(channel, block, empty, full));
        try {
            Digest.Sum sum = new Digest.Sum();
            while (true) {
                Part part = full.take();
                if (part.failure() != null) {
                    throw new IOException(part.failure().getMessage(), part.failure());
                }
                if (part.buffer() == null) {
                    // After a failure they are left alone: the reader may still be at one of them.
                    empty.forEach(FileDigest::giveBack);
                    return sum.end();
                }
                int count = part.buffer().flip().remaining();
                sum.add(part.buffer());
                progress.accept(count);
                empty.add(part.buffer());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("Reading was interrupted");
        } finally {
            reader.interrupt();
        }
    }

    private static void read(FileChannel channel, int block, BlockingQueue<ByteBuffer> empty, BlockingQueue<Part> full) {
        try {
            for (int count = CHUNK; count == CHUNK; ) {
                ByteBuffer buffer = empty.take();
                count = fill(channel, buffer, block);
                if (count > 0) {
                    full.put(new Part(buffer, null));
                }
            }
            full.put(new Part(null, null));
        } catch (IOException | RuntimeException e) {
            full.add(new Part(null, e));
        } catch (InterruptedException e) {
            // The one that sums has gone: nobody waits for the rest.
        }
    }

    /** What the reader hands over: bytes, or why there are none, or (neither) the end. */
    private record Part(@Nullable ByteBuffer buffer, @Nullable Exception failure) {
    }

    /** Reads until the buffer is full or the file ends. After a part of a block only the end can follow, and a direct channel cannot go on. */
    private static int fill(FileChannel channel, ByteBuffer buffer, int block) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer);
            if (count < 0 || (block > 1 && count % block != 0)) {
                break;
            }
        }
        return buffer.position();
    }

    /** One that reads around the cache may be given: it begins at the border of a block. */
    private static ByteBuffer buffer() {
        ByteBuffer idle = IDLE.poll();
        return idle != null ? idle : ByteBuffer.allocateDirect(CHUNK + LONGEST_BLOCK).alignedSlice(LONGEST_BLOCK).limit(CHUNK).slice();
    }

    private static void giveBack(ByteBuffer buffer) {
        IDLE.offer(buffer);
    }
}
