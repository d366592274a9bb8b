package org.stele.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.stele.history.Version;
import org.stele.vault.Blob;

/**
 * An item whose bytes may be read now, for its reading is recorded.
 *
 * @param event number of the custody event that says so
 * @param bytes the plain bytes, from any position
 */
public record Opened(long event, Version<Item> item, Blob blob, SeekableByteChannel bytes) implements Closeable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
