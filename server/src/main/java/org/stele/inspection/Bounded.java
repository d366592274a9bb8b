package org.stele.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes, and leaves the stream beneath it open. */
class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = left > 0 ? in.read() : -1;
        left -= next >= 0 ? 1 : 0;
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = left > 0 ? in.read(into, offset, (int) Math.min(length, left)) : -1;
        left -= Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(Math.min(wanted, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many more bytes it would give. */
    long left() {
        return left;
    }

    @Override
    public void close() {
        // Whoever opened what is beneath closes it.
    }
}
