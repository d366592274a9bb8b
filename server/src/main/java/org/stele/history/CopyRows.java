package org.stele.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.stele.sealing.RowSeal;

/**
 * Writes rows by PostgreSQL's COPY in its binary format, in blocks of about 64 kB. Several times faster than INSERT, and a fifth
 * cheaper for the database than COPY's text format, which it would have to parse. The same bytes are handed to the seal.
 */
final class CopyRows {

    /** One block handed to the driver; larger ones gained nothing when tried. */
    private static final int BLOCK = 1 << 16;

    /** What the format begins with; then 4 bytes of flags and 4 for the length of an extension, all zero. */
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final CopyIn copy;
    private final RowSeal seal;
    private final int[] types;
    private byte[] block = new byte[BLOCK + 4096];
    private int length;
    /** Where the rows begin in the block: the first block begins with the format's header. */
    private int rowsFrom;

    private CopyRows(CopyIn copy, RowSeal seal, int[] types) {
        this.copy = copy;
        this.seal = seal;
        this.types = types;
    }

    /** Gives the rows. */
    interface Source {
        void writeTo(CopyRows rows) throws SQLException;
    }

    /** @param types of the columns, as {@link ColumnTypes} tells them */
    static void write(CopyManager manager, RowSeal seal, String table, List<String> columns, int[] types, Source source) throws SQLException, IOException {
        CopyIn copy = manager.copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
        try {
            CopyRows rows = new CopyRows(copy, seal, types);
            rows.bytes(SIGNATURE);
            rows.int8(0);
            rows.rowsFrom = rows.length;
            source.writeTo(rows);
            rows.int2(-1);
            rows.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    void row(List<?> first, List<?> rest) throws SQLException {
        if (first.size() + rest.size() != types.length) {
            throw new IllegalArgumentException("%d values do not fill %d columns".formatted(first.size() + rest.size(), types.length));
        }
        int2(types.length);
        int column = 0;
        for (Object value : first) {
            BinaryValue.write(this, types[column++], value);
        }
        for (Object value : rest) {
            BinaryValue.write(this, types[column++], value);
        }
        if (length >= BLOCK) {
            flush();
        }
    }

    private void flush() throws SQLException {
        seal.rows(block, rowsFrom, length);
        copy.writeToCopy(block, 0, length);
        length = 0;
        rowsFrom = 0;
    }

    void int2(int value) {
        room(2);
        block[length++] = (byte) (value >> 8);
        block[length++] = (byte) value;
    }

    void int4(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            block[length++] = (byte) (value >> shift);
        }
    }

    void int8(long value) {
        int4((int) (value >> 32));
        int4((int) value);
    }

    void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, block, length, bytes.length);
        length += bytes.length;
    }

    /** A text after its length. PostgreSQL's text cannot hold the character NUL; it is shown by its symbol so that nothing vanishes unseen. */
    void text(String text) {
        byte[] bytes = (text.indexOf('\0') < 0 ? text : text.replace('\0', '\u2400')).getBytes(StandardCharsets.UTF_8);
        int4(bytes.length);
        bytes(bytes);
    }

    private void room(int more) {
        if (length + more > block.length) {
            block = Arrays.copyOf(block, Math.max(length + more, block.length * 2));
        }
    }
}
