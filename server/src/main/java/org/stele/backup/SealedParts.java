package org.stele.backup;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.stele.fixity.Digest;
import org.stele.fixity.SummingStream;
import org.stele.keys.Age;
import org.stele.keys.Identity;
import org.stele.keys.Recipient;
import org.stele.vault.BlobName;

/** Writes parts of a backup, compressed and sealed, and reads them. A part that an earlier backup holds is not written again. */
final class SealedParts {
    private final BackupPlace place;
    private final Turn turn;
    private final List<Recipient> recipients;
    private final Map<String, Part> earlier;
    private long written;

    /** @param turn whose files the parts are until they have a name
     *  @param earlier parts of the latest backup for the same recipients, by name; may be empty */
    SealedParts(BackupPlace place, Turn turn, List<Recipient> recipients, Map<String, Part> earlier) {
        this.place = place;
        this.turn = turn;
        this.recipients = recipients;
        this.earlier = earlier;
    }

    /** Writes the plain bytes of a part and returns how many rows they are. */
    interface Content {
        long writeTo(OutputStream plain) throws IOException;
    }

    /** The plain bytes go straight through compression and encryption: none of them touches a disk. */
    Part write(String name, String columns, Content content) throws IOException {
        Path temporary = turn.part();
        try {
            Digest.Sum plain = new Digest.Sum();
            Digest.Sum cipher = new Digest.Sum();
            long rows;
            // The file on its own: on a full disk what lies around it fails to close, and an open file that was deleted keeps its room.
            try (OutputStream file = Files.newOutputStream(temporary)) {
                OutputStream sealing = Age.seal(new SummingStream(file, cipher), recipients);
                try (OutputStream out = new SummingStream(new BufferedOutputStream(new Fast(sealing), 1 << 16), plain)) {
                    rows = content.writeTo(out);
                }
            }
            Digest of = plain.end();
            Part same = earlier.get(name);
            if (same != null && same.plainSha256().equals(of.sha256()) && same.columns().equals(columns)
                    && place.objects().length(new BlobName(same.object())).orElse(-1) == same.length()) {
                return same;
            }
            Digest sealed = cipher.end();
            try (InputStream in = Files.newInputStream(temporary)) {
                place.objects().put(new BlobName(sealed.sha256()), sealed.length(), in);
            }
            written += sealed.length();
            return new Part(name, of.sha256(), of.length(), rows, columns, sealed.sha256(), sealed.length());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Bytes that were not in the folder before. */
    long written() {
        return written;
    }

    /** The plain bytes of an object; whoever reads to the end has read what was sealed. */
    static InputStream read(BackupPlace place, String object, List<Identity> identities) throws IOException {
        InputStream bytes = place.open(object);
        try {
            return new GZIPInputStream(Age.open(bytes, identities), 1 << 16);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** As {@link #read}, and the end is reached only if the bytes are those of the part. */
    static InputStream read(BackupPlace place, Part part, List<Identity> identities) throws IOException {
        return new Checked(read(place, part.object(), identities), part, place);
    }

    /** The fastest level: what is compressed here goes over slow disks and lines, but somebody waits for it. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(1);
        }
    }

    private static final class Checked extends FilterInputStream {
        private final Digest.Sum sum = new Digest.Sum();
        private final Part part;
        private final BackupPlace place;
        private boolean ended;

        Checked(InputStream in, Part part, BackupPlace place) {
            super(in);
            this.part = part;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = super.read(bytes, from, count);
            if (read > 0) {
                sum.add(bytes, from, read);
            } else if (read < 0 && !ended) {
                ended = true;
                if (!sum.end().sha256().equals(part.plainSha256())) {
                    throw new IOException("The part " + part.name() + " (" + place.file(part.object()) + ") is not what the manifest says");
                }
            }
            return read;
        }
    }
}
