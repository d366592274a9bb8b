package org.stele.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.database.Durable;
import org.stele.fixity.Digest;
import org.stele.fixity.FileDigest;

/**
 * A folder on a disk of this machine. A file appears under its name only when it is whole and durable: it is written beside under
 * {@code incoming/}, forced, renamed, and the folder is forced. A failed step is never tried again on the same file.
 */
public final class Folder implements Location {

    static final String INCOMING = "incoming";
    static final String QUARANTINE = "quarantine";
    static final String MARK = "stele-location.txt";
    private static final int PIECE = 1 << 20;

    private final String name;
    private final Path path;
    private final long reserve;

    /** Folders below whose entries this process knows to be durable. */
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    /** Where it lies; to find that out costs more than to ask how much room is left there. None until it was asked. */
    private volatile @Nullable FileStore store;

    /** As {@link FileDigest#block} says; less than 0 until it was asked. */
    private volatile int block = -1;

    /**
     * @param path    a folder that is there
     * @param reserve bytes to leave free on its disk, for the database that may lie on the same one
     */
    public Folder(String name, Path path, long reserve) {
        this.name = name;
        this.path = path;
        this.reserve = reserve;
    }

    @Override
    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    @Override
    public void put(BlobName name, long length, InputStream ciphertext) throws IOException {
        if (Files.exists(file(name))) {
            return;
        }
        try (Incoming incoming = begin()) {
            Digest.Sum sum = new Digest.Sum();
            byte[] piece = new byte[PIECE];
            for (int read = ciphertext.read(piece); read >= 0; read = ciphertext.read(piece)) {
                sum.add(piece, 0, read);
                incoming.write(ByteBuffer.wrap(piece, 0, read));
            }
            OtherBytes.refuse(name, length, sum.end());
            incoming.keepAs(name);
        }
    }

    @Override
    public OptionalLong length(BlobName name) throws IOException {
        try {
            return OptionalLong.of(Files.size(file(name)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public SeekableByteChannel open(BlobName name) throws IOException {
        return FileChannel.open(file(name), StandardOpenOption.READ);
    }

    /** Where a blob lies, or would. */
    Path file(BlobName name) {
        return path.resolve(name.path());
    }

    /** Begins to write bytes whose name is not known yet. */
    Incoming begin() throws IOException {
        try {
            makeDurable(path.resolve(INCOMING));
            return Incoming.in(this);
        } catch (IOException e) {
            throw VaultFull.or(e, path);
        }
    }

    /** @throws VaultFull if fewer bytes than the reserve would stay free */
    void assertRoom(long bytes) throws IOException {
        FileStore known = store;
        if (known == null) {
            known = Files.getFileStore(path);
            store = known;
        }
        long free = known.getUsableSpace();
        if (free - bytes < reserve) {
            throw new VaultFull(path, free, reserve);
        }
    }

    /**
     * Once for each folder and process: forcing the entries of folders above for every file would double the cost of small ones. Again where
     * it is gone, as when a disk was replaced or emptied meanwhile: else nothing there could be mended before the next start.
     */
    void makeDurable(Path folder) throws IOException {
        if (!folder.equals(path) && !(durable.contains(folder) && Files.isDirectory(folder))) {
            makeDurable(folder.getParent());
            Durable.folders(folder, folder.getParent());
            durable.add(folder);
        }
    }

    /** Removes a blob that was never acknowledged. */
    void removeUnacknowledged(BlobName name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public Digest digest(BlobName name, LongConsumer progress) throws IOException {
        if (block < 0) {
            block = FileDigest.block(path);
        }
        return FileDigest.of(file(name), block, progress);
    }

    @Override
    public void setAside(BlobName name, String label) throws IOException {
        Path quarantine = path.resolve(QUARANTINE);
        makeDurable(quarantine);
        Durable.rename(file(name), quarantine.resolve(label));
        Durable.folder(file(name).getParent());
    }

    @Override
    public void remove(BlobName name) throws IOException {
        if (Files.deleteIfExists(file(name))) {
            Durable.folder(file(name).getParent());
        }
    }

    @Override
    public Optional<String> mark() throws IOException {
        try {
            return Optional.of(Files.readString(path.resolve(MARK)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void leaveMark(String mark) throws IOException {
        Durable.replace(path.resolve(MARK), mark.getBytes(StandardCharsets.UTF_8));
    }
}
