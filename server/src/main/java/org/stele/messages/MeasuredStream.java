package org.stele.messages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A file on its way in: ends with an exception beyond its limit, and remembers whether its sender went away. */
final class MeasuredStream extends FilterInputStream {

    private final long most;
    private final LongConsumer progress;
    private long read;
    private boolean tooLong;
    private boolean broken;

    /** @param progress told of each piece how many bytes it has */
    MeasuredStream(InputStream from, long most, LongConsumer progress) {
        super(from);
        this.most = most;
        this.progress = progress;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int got = fromSender(into, from, count);
        if (got > 0) {
            read += got;
            progress.accept(got);
            if (read > most) {
                tooLong = true;
                throw new IOException("longer than " + most + " bytes");
            }
        }
        return got;
    }

    private int fromSender(byte[] into, int from, int count) throws IOException {
        try {
            return in.read(into, from, count);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /** The part it is of is closed by who reads the form. */
    @Override
    public void close() {
        // Nothing of our own to close.
    }
}
