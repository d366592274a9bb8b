package org.stele.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.stele.fixity.Digest;

/**
 * Digests of rows. Neither the order of the columns nor a new empty column changes them: only what the row says does. For one thread.
 */
final class RowMarks {

    private final MessageDigest sha256 = Digest.algorithm();
    private final int[] order;
    private final byte[][] names;
    private byte[] bytes = new byte[4096];

    RowMarks(Columns columns) {
        this.order = IntStream.range(0, columns.names().size()).boxed().sorted(Comparator.comparing(columns.names()::get)).mapToInt(Integer::intValue).toArray();
        this.names = columns.names().stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** The first 16 bytes of SHA-256, which is more than enough to tell rows apart. */
    record Mark(long high, long low) {
        String hex() {
            return "%016x%016x".formatted(high, low);
        }
    }

    Mark of(Row row) {
        int length = 0;
        for (int column : order) {
            String cell = column < row.cells().size() ? row.cell(column) : "";
            if (!cell.isEmpty()) {
                length = add(names[column], length);
                length = add(cell.getBytes(StandardCharsets.UTF_8), length);
            }
        }
        for (int extra = names.length; extra < row.cells().size(); extra++) {
            length = add(row.cell(extra).getBytes(StandardCharsets.UTF_8), length);
        }
        return mark(length);
    }

    Mark of(String text) {
        return mark(add(text.getBytes(StandardCharsets.UTF_8), 0));
    }

    /** Each text after its length, so that no two rows give the same bytes. */
    private int add(byte[] text, int length) {
        int end = length + 4 + text.length;
        if (end > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, end * 2);
        }
        for (int i = 0; i < 4; i++) {
            bytes[length + i] = (byte) (text.length >>> 8 * i);
        }
        System.arraycopy(text, 0, bytes, length + 4, text.length);
        return end;
    }

    private Mark mark(int length) {
        sha256.update(bytes, 0, length);
        byte[] digest = sha256.digest();
        return new Mark(eight(digest, 0), eight(digest, 8));
    }

    private static long eight(byte[] digest, int from) {
        long value = 0;
        for (int i = from; i < from + 8; i++) {
            value = value << 8 | digest[i] & 0xff;
        }
        return value;
    }
}
