package org.stele.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/** A place where copies of blobs lie. It sees ciphertext only. */
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
    SeekableByteChannel open(BlobName name) throws IOException;
}
