package org.stele.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on and remembers the last of them and how many there were. */
final class Tail extends FilterInputStream {
    private final byte[] ring;
    private long count;

    Tail(InputStream in, int kept) {
        super(in);
        this.ring = new byte[kept];
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            ring[(int) (count++ % ring.length)] = (byte) next;
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        for (int done = Math.max(0, got - ring.length); done < got;) {
            int at = (int) ((count + done) % ring.length);
            int piece = Math.min(got - done, ring.length - at);
            System.arraycopy(into, offset + done, ring, at, piece);
            done += piece;
        }
        count += Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        var scratch = new byte[(int) Math.min(wanted, 1 << 16)];
        return wanted <= 0 ? 0 : Math.max(0, read(scratch, 0, scratch.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many bytes have passed. */
    long count() {
        return count;
    }

    /** The last bytes that passed. */
    byte[] last() {
        int length = (int) Math.min(count, ring.length);
        var last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((count - length + i) % ring.length)];
        }
        return last;
    }
}
