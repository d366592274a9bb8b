package org.stele.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.function.LongConsumer;

/** The bytes of one copy on their way to become another: tells a failure to read from a failure to write. */
final class SourceStream extends InputStream {
    private final InputStream in;
    private final LongConsumer moved;

    /** The copy that was to be read could not be. */
    static final class Failed extends IOException {
        Failed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    SourceStream(Location location, BlobName name, LongConsumer moved) throws Failed {
        try {
            this.in = Channels.newInputStream(location.open(name));
        } catch (IOException e) {
            throw new Failed(e);
        }
        this.moved = moved;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
            int read = in.read(bytes, offset, count);
            moved.accept(Math.max(read, 0));
            return read;
        } catch (IOException e) {
            throw new Failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
