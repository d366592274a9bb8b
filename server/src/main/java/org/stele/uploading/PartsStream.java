package org.stele.uploading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.uploading.UploadRefused.Why;

/** The parts of an upload one after the other, each opened when its turn comes. */
final class PartsStream extends InputStream {

    private final PartFiles files;
    private final PartCipher cipher;
    private final long upload;
    private final Iterator<Part> left;
    private @Nullable InputStream current;

    PartsStream(PartFiles files, PartCipher cipher, long upload, List<Part> parts) {
        this.files = files;
        this.cipher = cipher;
        this.upload = upload;
        this.left = parts.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws UploadRefused if a part was lost or altered */
    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            while (true) {
                if (current == null) {
                    if (!left.hasNext()) {
                        return -1;
                    }
                    current = files.read(cipher, upload, left.next());
                }
                int read = current.read(into, from, most);
                if (read >= 0) {
                    return read;
                }
                close();
            }
        } catch (IOException e) {
            throw new UploadRefused(Why.DAMAGED, "A part of this upload was lost or altered on the disk; send the file anew");
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
