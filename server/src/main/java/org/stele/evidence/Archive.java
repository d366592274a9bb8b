package org.stele.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Several files as one sequence of bytes: a ZIP of them in the order of their names, uncompressed and without times, so that the same files are
 * the same bytes on any machine and day.
 *
 * @param members of different names
 */
record Archive(List<Member> members) {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int PIECE = 1 << 16;

    /**
     * A file in it.
     *
     * @param name  its parts divided by slashes
     * @param bytes read twice: ZIP has the sum of a stored file before its bytes
     */
    record Member(String name, Sent.Source bytes) {
    }

    Archive {
        members = members.stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    /** What the provenance of such an item says.
     *  @param folder what the folder was called that the files lay in; absent if they came without one */
    static String note(@Nullable String folder, int files) {
        return "taken as one%s: an archive of its %d files in the order of their names, uncompressed and without times, made when it was taken in"
                .formatted(folder == null ? "" : " from the folder '" + folder + "'", files);
    }

    /** The archive, made while it is read: nothing of it is written to a disk. Reading fails if a file changes meanwhile. */
    InputStream open() {
        return new Making(members.iterator());
    }

    private static final class Making extends InputStream {

        private final Iterator<Member> left;
        private final Ready ready = new Ready();
        private final ZipOutputStream zip = new ZipOutputStream(ready, StandardCharsets.UTF_8);
        private final byte[] piece = new byte[PIECE];
        private @Nullable InputStream current;
        private boolean ended;

        Making(Iterator<Member> left) {
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            while (ready.left() == 0 && !ended) {
                step();
            }
            return ready.take(into, from, most);
        }

        private void step() throws IOException {
            if (current == null) {
                if (left.hasNext()) {
                    begin(left.next());
                } else {
                    zip.finish();
                    ended = true;
                }
                return;
            }
            int read = current.read(piece);
            if (read > 0) {
                zip.write(piece, 0, read);
            } else if (read < 0) {
                close();
                // Compares length and sum with those of the first reading.
                zip.closeEntry();
            }
        }

        private void begin(Member member) throws IOException {
            CRC32 sum = new CRC32();
            long length = 0;
            try (InputStream bytes = member.bytes().open()) {
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    sum.update(piece, 0, read);
                    length += read;
                }
            }
            ZipEntry entry = new ZipEntry(member.name());
            entry.setMethod(ZipEntry.STORED);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            current = member.bytes().open();
        }

        @Override
        public void close() throws IOException {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }

    /** What was made and not read yet. */
    private static final class Ready extends ByteArrayOutputStream {
        private int taken;

        int left() {
            return count - taken;
        }

        int take(byte[] into, int from, int most) {
            if (left() == 0) {
                return -1;
            }
            int count = Math.min(most, left());
            System.arraycopy(buf, taken, into, from, count);
            taken += count;
            if (left() == 0) {
                reset();
                taken = 0;
            }
            return count;
        }
    }
}
