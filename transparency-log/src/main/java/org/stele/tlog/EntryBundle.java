package org.stele.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries as they are served: each behind its length in two bytes, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {

    /** The longest entry that two bytes of length allow, in bytes. */
    public static final int LONGEST = 0xFFFF;

    private EntryBundle() {
    }

    /** @throws IllegalArgumentException if an entry is longer than {@link #LONGEST} */
    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            refuseTooLong(entry);
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes end within an entry */
    public static List<byte[]> read(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bundle);
        while (buffer.hasRemaining()) {
            int length = buffer.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(buffer.getShort());
            if (length > buffer.remaining()) {
                throw new IllegalArgumentException("The bundle ends within entry " + entries.size());
            }
            byte[] entry = new byte[length];
            buffer.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    static void refuseTooLong(byte[] entry) {
        if (entry.length > LONGEST) {
            throw new IllegalArgumentException("An entry of %d bytes: the longest has %d".formatted(entry.length, LONGEST));
        }
    }
}
