package org.stele.fixity;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sums what was written through it. */
public final class SummingStream extends FilterOutputStream {
    private final Digest.Sum sum;

    public SummingStream(OutputStream out, Digest.Sum sum) {
        super(out);
        this.sum = sum;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
        sum.add(bytes, offset, count);
    }
}
