package org.stele.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.stele.fixity.Digest;

/** A place where copies of blobs lie. It sees ciphertext only. What it says of itself is believed only after it was read back. */
public interface Location {

    /** As the configuration and the custody events name it; for example {@code main}. */
    String name();

    /**
     * Writes a copy. When this returns, the location has said that it is durable; whether that is true is for a read-back to show.
     * What lies there under the name already is left alone.
     *
     * @param length     bytes of ciphertext
     * @param ciphertext read to its end, not closed
     * @throws VaultFull   if there is no room; nothing is left behind
     * @throws IOException if it failed, or if the bytes are not those of the name; nothing is left behind under the name
     */
    void put(BlobName name, long length, InputStream ciphertext) throws IOException;

    /** How many bytes lie under a name; empty if none do. Says nothing of whether they are the right ones. */
    OptionalLong length(BlobName name) throws IOException;

    /**
     * The bytes that lie under a name, unchecked.
     *
     * @throws java.nio.file.NoSuchFileException if there are none
     */
    ReadableByteChannel open(BlobName name) throws IOException;

    /**
     * Reads all bytes that lie under a name, from where they really lie and not from a memory of them.
     *
     * @param progress told the number of bytes read since it was told last
     * @throws java.nio.file.NoSuchFileException if there are none
     */
    default Digest digest(BlobName name, LongConsumer progress) throws IOException {
        try (ReadableByteChannel bytes = open(name)) {
            Digest.Sum sum = new Digest.Sum();
            ByteBuffer piece = ByteBuffer.allocateDirect(1 << 20);
            for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
                sum.add(piece.flip());
                piece.clear();
                progress.accept(count);
            }
            return sum.end();
        }
    }

    /**
     * Takes bytes that were found bad out from under their name and keeps them at the same location, under {@code quarantine/}.
     *
     * @param label the name they get there
     */
    void setAside(BlobName name, String label) throws IOException;

    /** Destroys a copy. Nothing to do where there is none. Only for what two persons agreed to delete. */
    void remove(BlobName name) throws IOException;

    /** What {@link #leaveMark} left: by it a disk or a store is known for the one it was. Empty where there is none. */
    Optional<String> mark() throws IOException;

    /** Makes the place known for what it is; an empty place is made ready by it. */
    void leaveMark(String mark) throws IOException;
}
