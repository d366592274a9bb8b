package org.stele.inspection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A film of the MP4 and QuickTime family in the order in which a pipe can serve it. Telephones write the description ({@code moov}) behind
 * the pictures, and a decoder would have to jump there first. Here it is sent right after the file's type, with the places of the pictures
 * moved on by its length; every other byte is sent as it stands. What is not understood is sent as it is: then the decoder says what is wrong.
 */
final class DescriptionFirst {
    private static final int MOST_BOXES = 10_000;
    private static final int DESCRIPTION = 64 << 20;
    private static final int HEADER = 8;
    /** Boxes on the way to the places of pictures. */
    private static final Set<String> WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private DescriptionFirst() {
    }

    /**
     * Where the description is.
     *
     * @param start  its place in the file
     * @param target where it is to stand: behind the file's type
     */
    private record Found(long start, long target, byte[] bytes) {
    }

    /** Reads the original once up to its description; it is read again from the beginning when it is sent. */
    static Original of(Original original) throws IOException {
        Found found;
        try (InputStream in = original.open()) {
            found = find(new DataInputStream(in));
        } catch (EOFException early) {
            return original;
        }
        if (found == null || !moved(found)) {
            return original;
        }
        return () -> {
            InputStream in = original.open();
            var start = new Bounded(in, found.target);
            var pictures = new Bounded(in, found.start - found.target);
            var rest = new InputStream() {
                private boolean passed;

                private void pass() throws IOException {
                    if (!passed) {
                        in.skipNBytes(found.bytes.length);
                        passed = true;
                    }
                }

                @Override
                public int read() throws IOException {
                    pass();
                    return in.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    pass();
                    return in.read(into, offset, length);
                }

                @Override
                public void close() throws IOException {
                    in.close();
                }
            };
            return new SequenceInputStream(Collections.enumeration(List.of(start, new ByteArrayInputStream(found.bytes), pictures, rest)));
        };
    }

    /** The description behind the pictures; null where there is none or it stands before them. */
    private static @Nullable Found find(DataInputStream in) throws IOException {
        long at = 0;
        long target = 0;
        boolean pictures = false;
        for (int boxes = 0; boxes < MOST_BOXES; boxes++) {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            long length = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            String name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            int header = HEADER;
            if (length == 1) {
                length = in.readLong();
                header = 2 * HEADER;
            }
            if (length < header || name.equals("moov") && (!pictures || length > DESCRIPTION || header != HEADER)) {
                return null;
            }
            if (name.equals("moov")) {
                byte[] bytes = ByteBuffer.allocate((int) length).putInt((int) length).put(name.getBytes(StandardCharsets.ISO_8859_1)).array();
                in.readFully(bytes, HEADER, bytes.length - HEADER);
                return new Found(at, target, bytes);
            }
            target = name.equals("ftyp") && at == 0 ? length : target;
            pictures |= name.equals("mdat");
            in.skipNBytes(length - header);
            at += length;
        }
        return null;
    }

    /** Moves the places of pictures that stand between the description's new place and its old one. False where that cannot be done. */
    private static boolean moved(Found found) {
        return boxes(ByteBuffer.wrap(found.bytes), found);
    }

    private static boolean boxes(ByteBuffer bytes, Found found) {
        while (bytes.remaining() >= HEADER) {
            int start = bytes.position();
            long length = bytes.getInt() & 0xffffffffL;
            var name = new byte[4];
            bytes.get(name);
            if (length < HEADER || length > bytes.limit() - start) {
                return false;
            }
            ByteBuffer body = bytes.slice(start + HEADER, (int) length - HEADER);
            String called = new String(name, StandardCharsets.ISO_8859_1);
            boolean done = WAY.contains(called) ? boxes(body, found)
                    : called.equals("stco") ? places(body, Integer.BYTES, found) : !called.equals("co64") || places(body, Long.BYTES, found);
            if (!done) {
                return false;
            }
            bytes.position(start + (int) length);
        }
        return true;
    }

    private static boolean places(ByteBuffer body, int width, Found found) {
        if (body.limit() < HEADER) {
            return false;
        }
        long count = body.getInt(4) & 0xffffffffL;
        if (count * width > body.limit() - HEADER) {
            return false;
        }
        for (int n = 0; n < count; n++) {
            int at = HEADER + n * width;
            long place = width == Integer.BYTES ? body.getInt(at) & 0xffffffffL : body.getLong(at);
            boolean moves = place >= found.target && place < found.start;
            long moved = moves ? place + found.bytes.length : place;
            if (width == Integer.BYTES && moved > 0xffffffffL) {
                return false;
            }
            if (width == Integer.BYTES) {
                body.putInt(at, (int) moved);
            } else {
                body.putLong(at, moved);
            }
        }
        return true;
    }
}
