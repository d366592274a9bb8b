package org.stele.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.stele.database.Durable;

/** A file on its way into a {@link Folder}: gone when closed, unless it was kept. After any failure it cannot be kept any more. */
final class Incoming implements WritableByteChannel, Closeable {

    private static final Set<PosixFilePermission> OWNER_WRITES = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> NOBODY_WRITES = PosixFilePermissions.fromString("r--------");
    private static final long LOOK_EVERY = 16L << 20;
    private static final Executor THREADS = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("force-", 1).factory());

    private final Folder folder;
    private final Path file;
    private final FileChannel channel;
    private long written;
    private boolean kept;
    private @Nullable FutureTask<?> behind;
    private @Nullable IOException failure;

    private Incoming(Folder folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    static Incoming in(Folder folder) throws IOException {
        folder.assertRoom(0);
        // Named by this program alone: nothing that comes from outside is part of a path.
        Path file = folder.path().resolve(Folder.INCOMING).resolve(UUID.randomUUID().toString());
        FileAttribute<?>[] rights = posix(file) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_WRITES)} : new FileAttribute<?>[0];
        return new Incoming(folder, file, FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        step(() -> {
            if (written / LOOK_EVERY != (written + count) / LOOK_EVERY) {
                folder.assertRoom(0);
                forceBehind();
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            written += count;
        });
        return count;
    }

    /** Forces the bytes, gives the file its name, and forces the name. Only when this returns are the bytes safe from a power cut. */
    void keepAs(BlobName name) throws IOException {
        step(() -> {
            if (posix(file)) {
                Files.setPosixFilePermissions(file, NOBODY_WRITES);
            }
            endBehind();
            channel.force(true);
            channel.close();
            Path wanted = folder.file(name);
            folder.makeDurable(wanted.getParent());
            Durable.rename(file, wanted);
            kept = true;
        });
    }

    /** Has the disk write what there is so far while more is read and encrypted: else it would rest now and all would wait for it at the end. */
    private void forceBehind() throws IOException {
        endBehind();
        FutureTask<?> task = new FutureTask<>(() -> {
            channel.force(false);
            return null;
        });
        behind = task;
        THREADS.execute(task);
    }

    /** Its failure is a failure of the whole: the system tells of lost bytes once. */
    private void endBehind() throws IOException {
        if (behind == null) {
            return;
        }
        try {
            behind.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Broken off while writing; nothing was kept");
        }
    }

    private void step(Step step) throws IOException {
        if (failure != null) {
            throw new IOException("An earlier step failed, so these bytes count as not written: begin again from the source", failure);
        }
        try {
            step.take();
        } catch (IOException e) {
            failure = VaultFull.or(e, folder.path());
            throw failure;
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!kept) {
            Files.deleteIfExists(file);
        }
    }
}
